package tsukasa.identity;

import tsukasa.kernel.Text;

/// Everything one may be allowed to do. Roles carry permissions; endpoints ask for one.
public enum Permission {
    SIGNED_IN("サインインしている", "Signed in", Span.PERSON),
    SECOND_PROOF("二つめの確認を設定する", "Set up a second proof", Span.PERSON),
    USE_STAFF_PAGES("職員の画面を使う", "Use staff pages", Span.PERSON),
    HANDLE_CASES("申請や届出を扱う", "Handle cases", Span.DEPARTMENT),
    SUPERVISE_CASES("案件の担当者を決め、限られた案件も扱う", "Assign cases, and see restricted ones", Span.DEPARTMENT),
    MANAGE_PLAN("計画を取り込み、確定する", "Import and accept plans"),
    READ_DRAFTS("計画の案を読む", "Read drafts of plans", Span.PERSON),
    DRAFT_PLANS("計画の案に書く", "Write in drafts of plans", Span.DEPARTMENT),
    ADOPT_PLANS("計画の案を計画として確定する", "Adopt drafts as plans"),
    RECORD_RESULTS("実績を証拠とともに記録する", "Record results with evidence", Span.DEPARTMENT),
    APPROVE_RESULTS("実績の記録を承認する", "Approve recorded results", Span.DEPARTMENT),
    PROPOSE_CLOSINGS("期間の締めを申請する", "Propose to close a period"),
    CLOSE_PERIODS("期間を締める", "Close periods"),
    REPORT_MEASURES("施策の月次報告と上期の進捗を書く", "Report on measures", Span.DEPARTMENT),
    COORDINATE_CYCLE("報告・進捗把握・課題・会議を取りまとめる", "Coordinate reports, follow-up, issues and meetings"),
    READ_EVALUATION("公表前の評価を読む", "Read evaluations before they go out", Span.PERSON),
    WRITE_EVALUATION("自己評価を書く", "Write self-evaluations", Span.DEPARTMENT),
    APPROVE_EVALUATION("自己評価を承認し、評価書を発行する", "Approve self-evaluations and issue reports"),
    GIVE_MINISTERS_EVALUATION("主務大臣評価を記入する", "Give the minister's evaluation"),
    ENTER_EXECUTION("予算の執行額などの会計の数を記録する", "Enter execution and other figures of accounts"),
    MANAGE_BORROWING("短期借入れと、ないものの登録を申請する", "Propose borrowing and entries of registers"),
    APPROVE_BORROWING("短期借入れと、ないものの登録を承認する", "Approve borrowing and entries of registers"),
    WRITE_ALERTS("注意喚起の案を書く", "Write drafts of alerts", Span.PERSON),
    APPROVE_ALERTS("注意喚起を承認し、公表する", "Approve alerts and publish them", Span.PERSON),
    WRITE_TOOLS("対策ツールの案を書く", "Write drafts for the tools", Span.PERSON),
    APPROVE_TOOLS("対策ツールを承認し、公表する", "Approve and publish tools", Span.PERSON),
    ENRICH("脆弱性情報を分析し、追記を提案する", "Analyse vulnerabilities and propose what to add"),
    APPROVE_ENRICHMENT("脆弱性情報への追記を承認する", "Approve what analysts add to vulnerabilities"),
    READ_OUTBOX("送信メールを見る", "Read outgoing mail"),
    READ_PERMISSIONS("権限の一覧を見る", "Read who may do what"),
    MANAGE_PEOPLE("利用者と役割を管理する", "Manage people and roles"),
    MANAGE_FILES("保管ファイルの隔離・保存・廃棄を管理する", "Look after kept files"),
    READ_AUDIT("監査証跡を見て、検証する", "Read and verify the audit trail");

    /// Over what a permission reaches when its role is given for some departments only.
    public enum Span {
        /// Goes with the role, whatever that reaches over.
        PERSON,
        /// Holds for what belongs to the role's departments.
        DEPARTMENT,
        /// Holds for the agency as a whole: a role limited to departments does not carry it.
        AGENCY
    }

    private final Text title;
    private final Span span;

    Permission(String ja, String en) {
        this(ja, en, Span.AGENCY);
    }

    Permission(String ja, String en, Span span) {
        this.title = Text.of(ja, en);
        this.span = span;
    }

    public Span span() {
        return span;
    }

    public Text title() {
        return title;
    }
}
