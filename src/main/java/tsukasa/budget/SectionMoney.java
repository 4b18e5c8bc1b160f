package tsukasa.budget;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// Money of one section in one year, exact; round where it is shown. Absent is not zero: nothing planned, or not
/// entered.
///
/// @param payers             the segments and accounts that pay for it
/// @param executed           over the months that are whole
/// @param forecast           for the end of the year
/// @param settlement         決算: what was spent in the year, once all twelve months are whole
/// @param personnelEstimate  人件費の見積り, as the plan prints it
/// @param personnelActual    over the same months as `executed`
/// @param through            the last whole month
public record SectionMoney(
        String plan,
        Place section,
        List<Payer> payers,
        Optional<Yen> budget,
        Optional<Yen> executed,
        Optional<Yen> forecast,
        Optional<Yen> settlement,
        Optional<Yen> personnelEstimate,
        Optional<Yen> personnelActual,
        Optional<YearMonth> through) {
    public SectionMoney {
        payers = List.copyOf(payers);
    }

    /// 勘定 or セグメント.
    ///
    /// @param segment empty for a whole account
    /// @param table   the annex with its budget, `1-4`
    public record Payer(
            String account,
            String segment,
            Text title,
            String table,
            Optional<Yen> budget,
            Optional<Yen> executed,
            Optional<Yen> forecast) {}
}
