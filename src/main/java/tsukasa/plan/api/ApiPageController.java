package tsukasa.plan.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.api.ApiPage.Example;

/// Documents the API with what this plan really holds, so that every example answers.
@Controller
class ApiPageController {
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final PublicAddress address;

    ApiPageController(PlanShelf shelf, PlanProgress progress, PublicAddress address) {
        this.shelf = shelf;
        this.progress = progress;
        this.address = address;
    }

    @GetMapping("/plan/{plan}/api")
    ApiPage api(Frame frame, @PathVariable String plan) {
        Plan found =
                shelf.plan(plan).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
        return new ApiPage(
                frame, found.id(), frame.writing().year(found.year()), address.base(), examples(frame, found));
    }

    private List<Example> examples(Frame frame, Plan plan) {
        String root = "/api/plan/" + plan.id();
        List<Example> examples = new ArrayList<>();
        examples.add(
                example(frame.say("計画の一覧", "All plans"), frame.say("新しい年度から並びます。", "Newest year first."), "/api/plan"));
        examples.add(example(
                frame.say("計画の全体", "One whole plan"),
                frame.say(
                        "すべての場所、部署、サービス、めざす姿、ほかの目標、評定の規則。",
                        "Every place, department, service and intended outcome; other targets; grading rules."),
                root));
        plan.items().stream()
                .findFirst()
                .ifPresent(item -> examples.add(example(
                        frame.say("計画の1か所", "One place"),
                        frame.say(
                                "場所は、アドレスの形（1-1-1-2-2-a）でも、計画の書き方でも指定できます。",
                                "By its address (1-1-1-2-2-a), or as the plan writes it."),
                        root + "/places/" + item.place().slug())));
        plan.indicators().stream().findFirst().ifPresent(indicator -> indicators(frame, plan, indicator, examples));
        examples.add(example(
                frame.say("指標以外の目標", "Other targets"),
                frame.say("数か期日で決まる約束。", "Promises in numbers or dates."),
                root + "/targets"));
        examples.add(example(
                frame.say("版の一覧", "Versions"),
                frame.say("当初と変更のすべて。変更には理由が付きます。", "The original and every amendment with its reason."),
                root + "/versions"));
        plan.tables().stream().findFirst().ifPresent(table -> tables(frame, root, table.id(), examples));
        return examples;
    }

    private void tables(Frame frame, String root, String table, List<Example> examples) {
        examples.add(example(
                frame.say("予算・収支計画・資金計画の一覧", "All money tables"),
                frame.say("単位は百万円。", "In million yen."),
                root + "/tables"));
        examples.add(example(
                frame.say("表を1つ", "One table"),
                frame.say(
                        "－（予定なし）はNIL、0はFIGUREの0です。すべての検算が付きます。",
                        "－ (nothing planned) is NIL, 0 is a FIGURE of 0. Every check of its sums comes with it."),
                root + "/tables/" + table));
    }

    private void indicators(Frame frame, Plan plan, Indicator indicator, List<Example> examples) {
        String root = "/api/plan/" + plan.id() + "/indicators";
        String day = progress.today(plan).toString();
        examples.add(example(
                frame.say("すべての目標の現在", "Where every target stands"),
                frame.say(
                        "値、目標、ペース、予測、状態。割合は分子と分母。",
                        "Value, target, pace, forecast, status. Shares as numerator and denominator."),
                root));
        examples.add(example(
                frame.say("ある日の時点", "As of another day"),
                frame.say("as_ofに年度の中の日付を書きます。", "Give as_of a day of the year."),
                root + "?as_of=" + day));
        examples.add(example(
                frame.say("指標を1つ", "One indicator"),
                frame.say(
                        "定義のSQL、数え方の段階、内訳、月ごとの値、データの品質。",
                        "The definition as SQL, counting steps, breakdown, months, quality of the data."),
                root + "/" + indicator.id()));
        examples.add(example(
                frame.say("その時に分かっていたこと", "What was known then"),
                frame.say("known_atまでに記録されたものだけで数え直します。", "Counts again with only what was recorded by known_at."),
                root + "/" + indicator.id() + "?as_of=" + day + "&known_at=" + day));
        examples.add(example(
                frame.say("数字のもとの行", "The rows behind a number"),
                frame.say(
                        "q（対象・番号）、dimension、step、sort（-dateなど）、page、size（1000まで）で絞り込めます。",
                        "Narrow with q (subject or number), dimension, step, sort (such as -date), page and size (to 1000)."),
                root + "/" + indicator.id() + "/rows?sort=-date&size=10"));
    }

    private Example example(String title, String words, String path) {
        return new Example(title, words, path, "curl -s '" + address.base() + path + "'");
    }
}
