package tsukasa.backup.archive;

import tsukasa.kernel.Text;

/// Why a backup or a restore stopped, in words.
class Damage extends Exception {
    private final Text what;

    Damage(Text what) {
        super(what.en());
        this.what = what;
    }

    Text what() {
        return what;
    }
}
