/** The id in manifest.xml: by it a file tells the settings of this add-in from those of others. */
export const addInId = "d698a0ef-00e5-402f-bb38-6e31d415b916";
