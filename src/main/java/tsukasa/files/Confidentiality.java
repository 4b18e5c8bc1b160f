package tsukasa.files;

import tsukasa.kernel.Text;

/// Whether a file is sealed on the disk, and every reading of it written down.
public enum Confidentiality {
    OPEN("公開可", "Open"),
    CONFIDENTIAL("機密", "Confidential");

    private final Text title;

    Confidentiality(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
