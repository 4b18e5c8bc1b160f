package tsukasa.identity;

import tsukasa.kernel.Text;

/// Everything one may be allowed to do. Roles carry permissions; endpoints ask for one.
public enum Permission {
    SIGNED_IN("サインインしている", "Signed in"),
    SECOND_PROOF("二つめの確認を設定する", "Set up a second proof"),
    USE_STAFF_PAGES("職員の画面を使う", "Use staff pages"),
    HANDLE_CASES("申請や届出を扱う", "Handle cases"),
    MANAGE_PLAN("計画を取り込み、確定する", "Import and accept plans"),
    RECORD_RESULTS("実績を証拠とともに記録する", "Record results with evidence"),
    APPROVE_RESULTS("実績の記録を承認する", "Approve recorded results"),
    PROPOSE_CLOSINGS("期間の締めを申請する", "Propose to close a period"),
    CLOSE_PERIODS("期間を締める", "Close periods"),
    ENTER_EXECUTION("予算の執行額などの会計の数を記録する", "Enter execution and other figures of accounts"),
    MANAGE_BORROWING("短期借入れと、ないものの登録を申請する", "Propose borrowing and entries of registers"),
    APPROVE_BORROWING("短期借入れと、ないものの登録を承認する", "Approve borrowing and entries of registers"),
    READ_OUTBOX("送信メールを見る", "Read outgoing mail"),
    READ_PERMISSIONS("権限の一覧を見る", "Read who may do what"),
    MANAGE_PEOPLE("利用者と役割を管理する", "Manage people and roles"),
    READ_AUDIT("監査証跡を見て、検証する", "Read and verify the audit trail");

    private final Text title;

    Permission(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
