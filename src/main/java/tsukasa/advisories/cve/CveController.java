package tsukasa.advisories.cve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Told;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.kept.Packed;
import tsukasa.kernel.openapi.Described;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;

/// An entry of a CVE number as a CVE record.
@RestController
class CveController {
    private final Entries entries;
    private final Drafting drafting;
    private final CveRecordWriter records;
    private final Delivery delivery;
    private final JsonMapper json = JsonMapper.builder().build();

    CveController(Entries entries, Drafting drafting, CveRecordWriter records, Delivery delivery) {
        this.entries = entries;
        this.drafting = drafting;
        this.records = records;
        this.delivery = delivery;
    }

    @Described("The CVE JSON 5 record of a CVE number, made of what all sources say")
    @GetMapping("/api/cve/{cve}")
    void record(@PathVariable String cve, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CveId number = CveId.read(cve)
                .orElseThrow(() -> Problem.invalid(
                        Text.of("CVE 番号ではありません。", "This is no CVE number."),
                        Text.of("CVE-2021-44228 のように書いてください。", "Write it as CVE-2021-44228.")));
        delivery.kept("cve " + number, MediaType.APPLICATION_JSON, () -> made(number), request, response);
    }

    private Packed made(CveId number) {
        List<EntryHead> known = entries.known(number.toString());
        EntryHead head = known.stream()
                .filter(each -> number.equals(each.cve()))
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElseThrow(CveController::unknown);
        Entry entry = entries.find(head.number()).orElseThrow(CveController::unknown);
        byte[] body = json.writeValueAsBytes(records.record(number.toString(), new Told(head, entry, drafting)));
        return Packed.of(body, head.updated());
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("この CVE 番号の脆弱性は登録されていません。", "There is no vulnerability with this CVE number."));
    }
}
