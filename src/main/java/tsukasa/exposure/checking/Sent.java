package tsukasa.exposure.checking;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.BillReading;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// What somebody sent, read and checked. Nothing of it is written anywhere.
@Component
class Sent {
    static final int MOST_BESIDE = 10;
    private static final long LARGEST = 256L * 1024 * 1024;
    private final BillReader reader;
    private final Checker checker;
    private final Gate gate;

    Sent(BillReader reader, Checker checker, Gate gate) {
        this.reader = reader;
        this.checker = checker;
        this.gate = gate;
    }

    interface Source {
        InputStream open() throws IOException;
    }

    /// @param size   of the document, packed; negative where it is not told
    /// @param beside VEX documents
    Checked check(Source document, long size, List<Source> beside) throws IOException {
        if (size > LARGEST) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    Text.of("256 MB を超えています。", "It is larger than 256 MB."),
                    Text.of("gzip で圧縮するか、製品ごとに分けて送ってください。", "Compress it with gzip, or split it by product."));
        }
        if (beside.size() > MOST_BESIDE) {
            throw Problem.invalid(
                    Text.of(
                            "VEX は" + MOST_BESIDE + "個まで送れます。",
                            "At most " + MOST_BESIDE + " VEX documents can be sent."),
                    Text.of("1つの文書にまとめてください。", "Merge them into one document."));
        }
        return gate.through(size, () -> {
            List<Statement> said = new ArrayList<>();
            for (Source each : beside) {
                said.addAll(read(each).statements());
            }
            Bill bill = read(document);
            if (bill.parts().isEmpty() && !bill.statements().isEmpty()) {
                throw new Problem(
                        Kind.UNPROCESSABLE,
                        Text.of(
                                "これは VEX の文書（" + bill.format() + "）で、構成要素がありません。",
                                "This is a VEX document (" + bill.format() + ") without components."),
                        Text.of("SBOM と一緒に送ってください。", "Send it together with an SBOM."));
            }
            return checker.check(bill, said);
        });
    }

    private Bill read(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return switch (reader.read(in)) {
                case BillReading.Read(Bill bill) -> bill;
                case BillReading.Refused refused -> throw refused.problem();
            };
        }
    }
}
