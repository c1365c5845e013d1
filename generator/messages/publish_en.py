"""Publishing, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # where to
    "publish-target-missing": Text(
        "Nothing says where the site goes.",
        "Write it behind the command, such as linli publish /srv/www/board, or into “publish” of "
        "site.yaml.",
    ),
    "publish-target-wrong": Text(
        "“{value}” is nowhere that a site can be published.",
        "It can be a folder, a file that ends in .zip, sftp://USER@HOST/FOLDER, "
        "rsync://USER@HOST/FOLDER or s3://BUCKET?endpoint=https://…. See docs/hosting.md.",
    ),
    "publish-password": Text(
        "There is a password in the address, which stays in files and logs for everybody to read.",
        "Take it out, and change it now. A password goes into the environment or the keyring of "
        "the system, see docs/hosting.md.",
    ),
    "publish-folder-refused": Text(
        "{path} is no folder for a site. To delete nothing by mistake, nothing was done.",
        "Choose a folder that is for the site alone.",
    ),
    "publish-folder-overlaps": Text(
        "{path} overlaps {other}; the site cannot be published there.", "Choose another folder."
    ),
    "publish-foreign": Text(
        "There are other files already (such as {file}). To disturb nothing, nothing was done.",
        "Choose an empty folder. If the site really belongs among these files, add --adopt: they "
        "stay, and only those with the name of a page of the site are replaced.",
    ),
    "publish-zip-foreign": Text(
        "{path} is there already and is not Linli's; it was left alone.",
        "Choose another name, or move it away first.",
    ),
    "publish-record-damaged": Text(
        "The record {file} there cannot be read, so it is not known which files were published "
        "before. Nothing was done.",
        "Add --adopt: every file is compared again, and all others stay.",
    ),
    # what
    "publish-output-missing": Text(
        "There is no built site in {path}.", "Run linli build first, then linli publish."
    ),
    "publish-output-damaged": Text(
        "In the built site {count} files were changed or are gone (such as {file}). It was not "
        "published.",
        "Run linli build first, which makes them again.",
    ),
    "publish-output-changed": Text(
        "{file} changed during the publish; most likely a build runs in another window. This one "
        "stopped.",
        "Wait until that is done and run linli publish again.",
    ),
    "publish-privacy": Text(
        "In {count} places there is something personal that may not be public, so nothing of the "
        "site was published: {paths:list}.",
        "linli check shows where. Mend it, run linli build, and publish again.",
    ),
    # how
    "publish-busy": Text(
        "Somebody else, or another window, is publishing there. This one did nothing.",
        "Try again when that is done. If it was cut off, {minutes} minutes later all is free.",
    ),
    "publish-extra-missing": Text(
        "To publish this way takes a library: {library}.", "Run pip install 'linli[{extra}]'."
    ),
    "publish-program-missing": Text(
        "This machine has no {program}, without which this way is closed.",
        "Install {program}, or take an address that begins with sftp://.",
    ),
    "publish-host-key": Text(
        "It is not certain that {host} is your host, so there is no connection: {reason}",
        "The first time, run ssh {host}, compare the fingerprint that it shows with what the "
        "keeper of the host says, and answer yes if it is the same. If it has worked before, ask "
        "the keeper first and do not go on.",
    ),
    "publish-login-refused": Text(
        "The host refuses the login: {reason}",
        "Look at the user's name, and whether key or password are at hand as in docs/hosting.md.",
    ),
    "publish-keys-missing": Text(
        "There are no keys for {address}.",
        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or put them into the "
        "keyring of the system, see docs/hosting.md.",
    ),
    "publish-not-allowed": Text(
        "This user may not write there: {reason}",
        "Ask the keeper of the host to let this user write into the folder.",
    ),
    "publish-host-failed": Text(
        "It could not be done there: {reason}",
        "Look whether the disk there is full, and whether address and folder are right.",
    ),
    "publish-unreachable": Text(
        "The host cannot be reached, or the connection broke: {reason}",
        "Look at the network, and at the host's name and port. Run it again, and it goes on where "
        "it was.",
    ),
    "publish-arrived-damaged": Text(
        "{file} is not the same there as here, several times in a row.",
        "Look at the network and the disk there. Run it again, and it goes on where it was.",
    ),
    # said at the end
    "summary-publish-done": Text(
        "Published to {target}: {uploads} files put there ({size} MB), {deletions} taken away, "
        "{kept} as they were."
    ),
    "summary-publish-would": Text(
        "To publish to {target} would put {uploads} files there ({size} MB), take {deletions} away "
        "and leave {kept} as they are. This was only a list; nothing was done."
    ),
    "summary-publish-same": Text("{target} is up to date: {kept} files, all as they were."),
    "summary-publish-cut": Text(
        "Not finished. Every page of the site works, only not all of it is new yet. Run it again, "
        "and it goes on."
    ),
    "summary-not-published": Text("Not published."),
    "word-progress-publish": Text("publishing"),
    "word-verified-by-reading": Text("Every file put there was read back and is the same as here."),
    "word-verified-by-host": Text(
        "Every file put there was compared by the SHA-256 that the host made of it: the same."
    ),
    "word-verified-by-checksum": Text(
        "Every file put there was compared by the MD5 that the storage made of it: the same."
    ),
    "word-verified-by-rsync": Text(
        "Every file put there was compared by the checksums of rsync on both sides: the same."
    ),
}
