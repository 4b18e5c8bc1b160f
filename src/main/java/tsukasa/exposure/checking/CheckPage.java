package tsukasa.exposure.checking;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Where a bill of materials is handed over.
///
/// @param pasted what was pasted, as it came
/// @param gone   a result that was kept for a while is no longer there
public record CheckPage(Frame frame, Errors errors, String pasted, int status, boolean gone) implements Page {
    private static final String FILES = ".json,.xml,.spdx,.yaml,.yml,.gz,.zip,.txt,.cdx";

    @Override
    public String title() {
        return errors.isEmpty() ? heading() : frame.say("エラー：", "Error: ") + heading();
    }

    public String heading() {
        return frame.say("SBOM の照合", "Check an SBOM");
    }

    public Field file() {
        return Field.file("sbom", frame.say("SBOM のファイル", "SBOM file"))
                .hint(
                        frame.say(
                                "CycloneDX 1.4–1.7（JSON・XML）、SPDX 2.3（JSON・tag-value・YAML）・3.0（JSON-LD）。gzip や ZIP のままでもかまいません。",
                                "CycloneDX 1.4 to 1.7 (JSON, XML), SPDX 2.3 (JSON, tag-value, YAML) or 3.0 (JSON-LD); packed by gzip or ZIP if you like."))
                .accept(FILES)
                .errors(errors);
    }

    public Field paste() {
        return Field.longText("text", frame.say("または、ここに貼り付ける", "Or paste it here"))
                .rows(6)
                .value(pasted);
    }

    public Field vex() {
        return Field.file("vex", frame.say("VEX のファイル", "VEX file"))
                .optional()
                .hint(
                        frame.say(
                                "影響がないと分かっている脆弱性の記述です（CycloneDX、CSAF、OpenVEX）。SBOM に含まれていれば、要りません。",
                                "What is known not to matter (CycloneDX, CSAF, OpenVEX). Not needed where the SBOM tells it itself."))
                .accept(FILES);
    }
}
