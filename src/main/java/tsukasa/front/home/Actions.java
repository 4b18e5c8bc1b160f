package tsukasa.front.home;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// The eight things people come for, each with the promises of the plan behind it.
final class Actions {
    record Action(String id, Text verb, Text when, List<Promise> promises) {}

    /// @param place   where the plan promises it; the plan knows whether a service answers already
    /// @param address a page of a service that answers, where it is not the service's own front
    record Promise(Text title, Place place, Optional<String> address) {}

    static final List<Action> ALL = List.of(
            action(
                    "report",
                    "届け出る",
                    "Report",
                    "ウイルス、不正アクセス、脆弱性を見つけたとき",
                    "You found malware, an intrusion or a vulnerability",
                    promise("ウイルス・不正アクセスの届出", "Malware and intrusion reports", "Ⅰ-1-(1-1)-③-a"),
                    promise("脆弱性関連情報の届出", "Vulnerability reports", "Ⅰ-1-(1-2)-①-a")),
            action(
                    "consult",
                    "相談する",
                    "Get advice",
                    "だまされたかもしれない、標的型攻撃を受けたとき",
                    "You may have been tricked or attacked",
                    promise("情報セキュリティ安心相談窓口", "Security advice desk", "Ⅰ-1-(1-1)-③-b"),
                    promise("標的型攻撃の特別相談", "Targeted attack desk", "Ⅰ-1-(1-1)-①-c")),
            action(
                    "look-up",
                    "調べる",
                    "Look up",
                    "製品の弱点、資格者、宣言した事業者を確かめたいとき",
                    "You want to check a product, a specialist or a company",
                    promise("脆弱性対策情報データベース", "Vulnerability database", "Ⅰ-1-(1-2)-②-a"),
                    at(
                            "/security-action/register",
                            "SECURITY ACTION の宣言事業者",
                            "SECURITY ACTION companies",
                            "Ⅰ-1-(4)-②-b")),
            action(
                    "apply",
                    "申請する",
                    "Apply",
                    "自己宣言、認証、登録をしたいとき",
                    "You want to declare, certify or register",
                    promise("SECURITY ACTION 自己宣言", "SECURITY ACTION declaration", "Ⅰ-1-(4)-②-b"),
                    promise("お助け隊サービスの登録", "Helper-service registration", "Ⅰ-1-(4)-②-e")),
            action(
                    "self-check",
                    "診断する",
                    "Check yourself",
                    "自社の対策やDXの進み具合を知りたいとき",
                    "You want to know where your company stands",
                    promise("情報セキュリティの自社診断", "Security self-check tools", "Ⅰ-1-(4)-②-c"),
                    promise("DX推進指標 自己診断", "DX indicators self-check", "Ⅰ-3-(2-1)-②-a")),
            action(
                    "exam",
                    "受験する",
                    "Sit an exam",
                    "国家試験を申し込み、結果を見るとき",
                    "You want to enter a national examination",
                    promise("情報処理技術者試験", "IT engineers examination", "Ⅰ-2-(2-1)-①"),
                    promise("情報処理安全確保支援士", "Registered security specialist", "Ⅰ-2-(1-3)-①")),
            action(
                    "join",
                    "参加する",
                    "Join",
                    "人を育てる事業や共同の取組に加わるとき",
                    "You want to take part in a programme",
                    promise("未踏事業", "MITOU programme", "Ⅰ-2-(1-1)-①"),
                    promise("セキュリティ・キャンプ", "Security Camp", "Ⅰ-2-(1-2)-①")),
            action(
                    "read",
                    "読む",
                    "Read",
                    "計画と実績、白書、ガイドラインを読むとき",
                    "You want the plan, white papers and guidelines",
                    at("/plan", "年度計画と17の目標", "The annual plan and its 17 targets", "Ⅱ-1-(1)-②"),
                    promise("情報セキュリティ白書", "Information security white paper", "Ⅰ-1-(3)-②-d")));

    private Actions() {}

    private static Action action(
            String id, String verbJa, String verbEn, String whenJa, String whenEn, Promise... promises) {
        return new Action(id, Text.of(verbJa, verbEn), Text.of(whenJa, whenEn), List.of(promises));
    }

    private static Promise promise(String ja, String en, String place) {
        return new Promise(Text.of(ja, en), new Place(place), Optional.empty());
    }

    private static Promise at(String address, String ja, String en, String place) {
        return new Promise(Text.of(ja, en), new Place(place), Optional.of(address));
    }
}
