"""What is said in English about tables from spreadsheets, and about menus."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # the file
    "table-unused": Text(
        "No file uses the table “{value}”, so it is not published.",
        "Name it in a .yaml file of the same folder, such as “services: {value}”. "
        "If it is not needed, delete it.",
    ),
    "table-ending": Text(
        "Tables in the format {value} cannot be read.",
        "Open it in Excel or WPS, choose “Save as” and the type “Excel workbook (*.xlsx)”, "
        "and write “{better}” where a file names it.",
    ),
    "table-missing": Text(
        "There is no table “{value}” beside this file.",
        "Put the table into the same folder, with the name that is written here, and name no "
        "folder.",
    ),
    "table-missing-near": Text(
        "There is no table “{value}” beside this file; is it “{near}”?", "Write “{near}”."
    ),
    "table-name-short": Text("The name of the table lacks its ending.", "Write “{better}”."),
    "table-locked": Text(
        "This table cannot be opened: it has a password, or is an old format under a new name.",
        "Open it in Excel or WPS, remove the password, and save it as “Excel workbook (*.xlsx)”.",
    ),
    "table-damaged": Text(
        "This table cannot be read; the file may be damaged.",
        "Open it in Excel or WPS and save it as a new “Excel workbook (*.xlsx)”. If that does not "
        "help, save it as “CSV UTF-8”.",
    ),
    "table-too-large": Text(
        "This table is too large; {rows} rows and {columns} columns are the most.",
        "Make a new table and copy only what is to be published into it.",
    ),
    "table-empty": Text(
        "This table is empty.",
        "Write the names of the columns into the first row, and one entry into each row below.",
    ),
    "table-sheets": Text(
        "This file has several sheets; “{value}” is used, and these are not: {others:list}.",
        "To use another one, drag it to the front.",
    ),
    "table-hidden": Text(
        "This cell is hidden in the table, and is published all the same.",
        "Delete it if it should not be; else show it.",
    ),
    # the heading
    "table-title": Text(
        "The first row is a title, “{value:short}”; it should have the names of the columns.",
        "Delete the row with the title.",
    ),
    "table-heading": Text(
        "The first row has no name of a column that is known.",
        "Write the names of the columns into the first row. They are: {known:list}.",
    ),
    "column-unknown": Text(
        "There is no column “{value:short}”.", "Delete it. The columns are: {known:list}."
    ),
    "column-unknown-near": Text(
        "There is no column “{value:short}”; is it {near}?",
        "Write “{near:word}”. The columns are: {known:list}.",
    ),
    "column-unnamed": Text("This column has no name.", "Name it. The columns are: {known:list}."),
    "column-twice": Text("Two columns are named “{name}”.", "Join them, or delete one."),
    "column-missing": Text(
        "The table has no column {field}.",
        "Add a column with “{field:word}” in the first row.",
    ),
    # the cells
    "cell-blank": Text(
        "The cell for {field} is empty; it must be filled in.",
        "Write something into the cell, or delete the row.",
    ),
    "cell-pairs-wanted": Text(
        "The cell for {field} must give each value with its name.",
        "Write it like “人次：36、场次：1”, with “、” between the values.",
    ),
    "cell-is-day": Text(
        "Excel took this cell for a date ({value}), which may not be what was typed.",
        "Select the cell, set its format to “Text”, and type it again.",
    ),
    "cell-is-serial": Text(
        "The number in this cell, {value}, is no date and no time; the cell's format was probably "
        "changed.",
        "Select the cell, set its format to “Text”, and type it again, such as “2026-03-02 9:00”.",
    ),
    "cell-number": Text(
        "The number in this cell ({value}) is shown in another way, so it is not certain which "
        "is meant.",
        "Select the cell, set its format to “Text”, and type what is to be published.",
    ),
    "cell-formula": Text(
        "This cell is a formula whose result was not saved.",
        "Type the result; or copy the cell and paste it back with “Paste special”, “Values”.",
    ),
    "cell-error": Text("The formula in this cell has an error.", "Type the result."),
    "cell-merged": Text(
        "Some cells are merged here, so it is not certain which row and column they belong to.",
        "Choose “Unmerge cells” and fill in every cell.",
    ),
    "row-too-long": Text(
        "This row has a cell more than the first row: “{value:short}”.",
        'Put text that has a comma in double quotes, such as "every Wednesday, 9:00-11:00"; '
        "or change it in Excel or WPS, which do that by themselves.",
    ),
    "csv-quote": Text(
        "From this row on the quotes do not match.",
        "Change the file in Excel or WPS; in Notepad, a cell that begins with a double quote must "
        "end with one.",
    ),
    "csv-separator": Text(
        "The names of the columns have “{value}” between them and cannot be told apart.",
        "Write a comma instead; or open the file in Excel or WPS and write one name into a cell.",
    ),
    # menus
    "menu-week-wrong": Text(
        "{field} is in two weeks: {first:date} is a {first:weekday}, and {last:date} "
        "({last:weekday}) is in the week after.",
        "Write one row for each week, Monday to Sunday. The Monday alone will do.",
    ),
    "menu-week-twice": Text(
        "The menu of the week from {day:date} is there twice.",
        "Join the two; where a day has several meals, tell them apart by “meal”.",
    ),
    "menu-day-closed": Text(
        "There is a menu for {day:date}, a {day:weekday}, but “{value}” is closed that day.",
        "Check the date: either the menu is wrong, or it is open after all.",
    ),
    "menu-over": Text(
        "The menu of “{value}” ends on {day:date}, so this week has none.", "Add the new menu."
    ),
    "word-cell": Text("row {row}, column {column}"),
}
