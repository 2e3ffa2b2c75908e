// Part of the one bundle: waits until the pane is shown, then loads it. Functions never wait for it.
void Office.onReady().then(() => import(/* webpackChunkName: "taskpane" */ "./taskpane"));
