import '../../explorer/theme.css';
import '../../explorer/shell/shell.css';
import './page.css';
import './content.css';
import './search.css';
import { openLists, watchMenu } from './menu.ts';
import { watchScrollers } from './scrollers.ts';
import { watchSearch } from './search.ts';
import { watchTheme } from './theme-button.ts';

watchMenu();
openLists();
watchScrollers();
watchSearch();
watchTheme();
