// The scripts of this folder become one file, this one first. Pages say everything without them.
document.documentElement.classList.add("has-scripts");
