package tsukasa.scheme.casework;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.Scheme;

/// What became of each case that somebody was to handle.
public record AssignedPage(Frame frame, Scheme scheme, String sentence, List<Line> lines, Errors errors)
        implements Page {
    public AssignedPage {
        lines = List.copyOf(lines);
    }

    public record Line(String number, String address, boolean done, Status shape, String word, String detail) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + heading();
    }

    public String heading() {
        return frame.say("担当者をまとめて決める", "Assign many cases");
    }
}
