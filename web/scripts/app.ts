import './requests';
import './focus';
import './forms';
import './menus';
import './dialogs';
import './sign-out';
