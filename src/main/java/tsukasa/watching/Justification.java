package tsukasa.watching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tsukasa.kernel.Text;

/// Why a product is not affected, in the words of VEX (OpenVEX 0.2.0, status justifications).
public enum Justification {
    COMPONENT_NOT_PRESENT("その部品は入っていない", "The component is not present"),
    VULNERABLE_CODE_NOT_PRESENT("脆弱なコードは入っていない", "The vulnerable code is not present"),
    VULNERABLE_CODE_NOT_IN_EXECUTE_PATH("脆弱なコードは実行されない", "The vulnerable code is never executed"),
    VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY(
            "攻撃者は脆弱なコードに届かない", "An attacker cannot reach the vulnerable code"),
    INLINE_MITIGATIONS_ALREADY_EXIST("すでに備えがある", "Mitigations are already in place");

    private final Text title;

    Justification(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Justification> read(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
