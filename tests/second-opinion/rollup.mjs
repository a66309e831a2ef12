// Rolls values up over a closure table with DuckDB, from a file of its own, and says how long that took.
// Reads <folder>/cells.csv (unit, col, number, denominator) and <folder>/closure.csv (relation, ancestor, unit);
// writes <folder>/rollup.csv, one line for each relation, ancestor and column, and the best of some runs in seconds.
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

const folder = process.argv[2];
const repetitions = 3;
const path = (name) => join(folder, name).replaceAll("'", "''");
const instance = await DuckDBInstance.create(join(folder, 'second-opinion.duckdb'));
const connection = await instance.connect();
await connection.run(`CREATE TABLE cells AS SELECT * FROM read_csv('${path('cells.csv')}', header = true,
    columns = {unit: 'INTEGER', col: 'INTEGER', number: 'DECIMAL(28,6)', denominator: 'DECIMAL(28,6)'})`);
await connection.run(`CREATE TABLE closure AS SELECT * FROM read_csv('${path('closure.csv')}', header = true,
    columns = {relation: 'INTEGER', ancestor: 'INTEGER', unit: 'INTEGER'})`);

let best = Infinity;
for (let i = 0; i < repetitions; i++) {
    const started = performance.now();
    await connection.run(`CREATE OR REPLACE TEMP TABLE rollup AS
        SELECT relation, ancestor, col, count(*) AS cells, sum(number) AS number, sum(denominator) AS denominator,
            min(number) AS least, max(number) AS most, count(*) FILTER (number = 1) AS ones
        FROM closure JOIN cells USING (unit) GROUP BY relation, ancestor, col`);
    best = Math.min(best, (performance.now() - started) / 1000);
}

await connection.run(`COPY (SELECT * FROM rollup ORDER BY relation, ancestor, col) TO '${path('rollup.csv')}' (HEADER)`);
connection.closeSync();
instance.closeSync();
console.log(best);
