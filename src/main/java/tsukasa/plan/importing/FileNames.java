package tsukasa.plan.importing;

/// Names of files as people gave them: for showing only, never a path.
final class FileNames {
    private static final int LONGEST = 200;

    private FileNames() {}

    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && c != '"')
                .forEach(clean::appendCodePoint);
        String shown = clean.toString().strip();
        return shown.isEmpty() ? "plan.txt" : shown.substring(0, Math.min(LONGEST, shown.length()));
    }
}
