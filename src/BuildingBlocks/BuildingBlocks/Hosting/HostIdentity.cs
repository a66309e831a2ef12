namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>Names this host among several on one database.</summary>
/// <param name="Name">By configuration (<c>Host:Name</c>), else machine and process.</param>
public sealed record HostIdentity(string Name);
