package tsukasa.budget;

import java.util.Optional;
import tsukasa.kernel.Text;

/// One line for which money is followed: a row of a budget table for one segment, or a part of such rows.
///
/// @param segment empty where the account is not divided
/// @param code    the row's code in the plan's table, or `part.personnel`, `part.grant.<unit>`
/// @param name    of the row alone, e.g. 業務経費
/// @param budget  empty for `－`: nothing planned, which is not zero
public record BudgetLine(
        String account,
        String segment,
        String code,
        Kind kind,
        Text accountTitle,
        Optional<Text> segmentTitle,
        Text name,
        Optional<Yen> budget) {
    public static final String PERSONNEL = "part.personnel";
    public static final String GRANT_USE = "part.grant.";
    public static final String GRANT = "rev.grant";

    public enum Kind {
        REVENUE,
        EXPENSE,
        /// うち: contained in expenses already, never added to them.
        PART
    }

    /// Once in a plan: `general/security/exp.program`.
    public String key() {
        return account + "/" + segment + "/" + code;
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public Text title() {
        String ja = accountTitle.ja() + segmentTitle.map(s -> "　" + s.ja()).orElse("");
        String en = accountTitle.en() + segmentTitle.map(s -> ", " + s.en()).orElse("");
        return Text.of(ja + "　" + name.ja(), en + ": " + name.en());
    }
}
