import { UnsavedCells } from './entry/store';

// What was typed and not saved stays on this device as long as the person is signed in, and no longer.
document.addEventListener('submit', event => {
  if ((event.target as HTMLFormElement).action.endsWith('/sign-out')) UnsavedCells.forgetAll();
});
