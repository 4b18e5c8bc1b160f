package tsukasa.scheme.casework;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.Scheme;

/// The states of a case as staff read them.
final class States {
    static final List<String> ALL = List.of("awaiting-confirmation", "registered", "withdrawn", "lapsed");

    private States() {}

    static Status shape(String state) {
        return switch (state) {
            case "registered" -> Status.VALID;
            case "withdrawn" -> Status.WITHDRAWN;
            case "lapsed" -> Status.EXPIRED;
            default -> Status.RECEIVED;
        };
    }

    static Text word(String state) {
        return switch (state) {
            case "registered" -> Text.of("登録", "Registered");
            case "withdrawn" -> Text.of("取下げ", "Withdrawn");
            case "lapsed" -> Text.of("確認されず終了", "Lapsed");
            default -> Text.of("メールの確認待ち", "Awaiting confirmation");
        };
    }

    /// A confidential scheme has no register to enter anything in.
    static Text happened(String kind, Scheme scheme) {
        return switch (kind) {
            case "received", "submitted" -> Text.of("届いた", "Received");
            case "declared" ->
                scheme.confidential()
                        ? Text.of("本人が確認し、登録した", "Confirmed and registered")
                        : Text.of("登録簿に載せた", "Entered in the register");
            case "stepped-up" -> Text.of("段階を上げた", "Stepped up");
            case "changed" -> Text.of("内容を変更した", "Changed");
            case "corrected" -> Text.of("職員が訂正した", "Corrected by staff");
            case "withdrawn" -> Text.of("取り下げた", "Withdrawn");
            case "restored" -> Text.of("取下げを取り消した", "Withdrawal taken back");
            case "lapsed" -> Text.of("確認されないまま期限が過ぎた", "Not confirmed in time");
            case "taken" -> Text.of("担当を引き受けた", "Taken");
            case "assigned" -> Text.of("担当者を決めた", "Assigned");
            case "handed-over" -> Text.of("担当を引き継いだ", "Handed over");
            case "taken-off" -> Text.of("担当を外れた", "Relieved");
            case "restricted" -> Text.of("担当者だけに限った", "Restricted to its handlers");
            case "opened" -> Text.of("部署に戻した", "Opened to the department");
            case "noted" -> Text.of("メモ", "Note");
            default -> Text.same(kind);
        };
    }
}
