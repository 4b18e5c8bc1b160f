package tsukasa.enrichment.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.enrichment.EnrichmentExample.MIKI;
import static tsukasa.enrichment.EnrichmentExample.NORI;
import static tsukasa.enrichment.EnrichmentExample.OTHER;
import static tsukasa.enrichment.EnrichmentExample.titled;
import static tsukasa.enrichment.EnrichmentExample.whole;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.EnrichmentExample;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.State;
import tsukasa.enrichment.ProposalOutcome;
import tsukasa.enrichment.ProposalOutcome.Done;
import tsukasa.enrichment.Proposals;
import tsukasa.kernel.Language;
import tsukasa.scoring.Severity;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.AnalystRecords;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryChange;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Gaps;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Products;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class ProposalTests {
    private final Proposals proposals;
    private final Entries entries;
    private final AnalystRecords records;
    private final Products products;
    private final Gaps gaps;
    private final JdbcClient owner;

    @Autowired
    ProposalTests(
            Proposals proposals,
            Entries entries,
            AnalystRecords records,
            Products products,
            Gaps gaps,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.proposals = proposals;
        this.entries = entries;
        this.records = records;
        this.products = products;
        this.gaps = gaps;
        this.owner = owner;
    }

    private long entry(int number) {
        return EnrichmentExample.entry(owner, number);
    }

    private long saved(long entry, Enrichment content) {
        ProposalOutcome outcome = proposals.save(entry, 0, content, MIKI);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private int version(long id) {
        return proposals.find(id).orElseThrow().version();
    }

    private long submitted(long entry, Enrichment content) {
        long id = saved(entry, content);
        assertThat(proposals.submit(id, version(id), "", MIKI)).isInstanceOf(Done.class);
        return id;
    }

    private long approved(long entry, Enrichment content) {
        long id = submitted(entry, content);
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(Done.class);
        return id;
    }

    private Entry told(long entry) {
        return entries.read(List.of(entry)).getFirst();
    }

    private EntryHead head(long entry) {
        return entries.heads(List.of(entry)).getFirst();
    }

    /// How many rows a statement about this entry finds.
    private long counted(String sql, long entry) {
        String number = head(entry).number().toString();
        return owner.sql(sql).param("entry", number).query(Long.class).single();
    }

    @Test
    void the_plan_counts_what_was_approved_and_of_what_waits_only_that_it_is_there() {
        String additions = "select count(*) from enrichment.pub_addition_v1 where entry = :entry";
        long entry = entry(71);
        long id = submitted(entry, whole());
        assertThat(counted(additions, entry)).isZero();
        assertThat(owner.sql("select state || entries from enrichment.pub_proposal_v1 where proposal = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("SUBMITTED1");
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(Done.class);
        assertThat(counted(additions + " and approved_on is not null and link = '/vulnerabilities/' || :entry", entry))
                .isEqualTo(1);
        assertThat(counted(
                        "select count(*) from vulnerability.pub_change_v1 where entry = :entry and feed = 'analyst' and new_record",
                        entry))
                .isEqualTo(1);
    }

    @Test
    void what_was_approved_is_said_before_all_other_sources_and_fills_the_gaps() {
        long entry = entry(1);
        long mark = entries.mark();
        assertThat(gaps.of(entry)).hasSize(3);
        approved(entry, whole());
        Entry told = told(entry);
        assertThat(told.feeds()).containsExactly(Feed.ANALYST, Feed.CVE);
        assertThat(told.text(Kind.TITLE, Language.JA)).hasValue("風 Gateway に認証の不備");
        assertThat(told.text(Kind.OVERVIEW, Language.EN)).hasValue("Kaze Gateway lets anybody in.");
        assertThat(told.score().orElseThrow().tenths()).isEqualTo(98);
        assertThat(told.cwes()).containsExactly("CWE-306");
        assertThat(head(entry).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(head(entry).title().ja()).isEqualTo("風 Gateway に認証の不備");
        assertThat(entries.mark()).isGreaterThan(mark);
        assertThat(gaps.of(entry)).isEmpty();
        assertThat(products.ofCpe("a", "kaze", "gateway")).isNotEmpty();
        assertThat(products.ofPackage("pkg:npm/kaze-gateway")).isPresent();
    }

    @Test
    void what_we_say_comes_back_from_the_record_as_it_was_written() {
        long entry = entry(2);
        approved(entry, whole());
        assertThat(proposals.now(entry)).isEqualTo(whole());
    }

    @Test
    void nothing_of_a_proposal_is_public_before_it_is_approved() {
        long entry = entry(3);
        long id = submitted(entry, whole());
        assertThat(records.find(entry)).isEmpty();
        assertThat(told(entry).feeds()).containsExactly(Feed.CVE);
        assertThat(entries.history(told(entry).id())).isEmpty();
        assertThat(proposals.drop(id, version(id), MIKI)).isInstanceOf(Done.class);
        assertThat(records.find(entry)).isEmpty();
    }

    @Test
    void nobody_approves_or_returns_what_they_wrote_any_of() {
        long entry = entry(4);
        long id = saved(entry, titled("一"));
        assertThat(proposals.save(entry, version(id), titled("二"), NORI)).isInstanceOf(Done.class);
        proposals.submit(id, version(id), "", MIKI);
        for (var hand : List.of(MIKI, NORI)) {
            assertThat(proposals.approve(id, version(id), hand)).isInstanceOf(ProposalOutcome.OwnWork.class);
            assertThat(proposals.giveBack(id, version(id), "理由", hand)).isInstanceOf(ProposalOutcome.OwnWork.class);
        }
        assertThat(proposals.approve(id, version(id), OTHER)).isInstanceOf(Done.class);
    }

    @Test
    void whoever_submits_anothers_draft_answers_for_it_too() {
        long entry = entry(5);
        long id = saved(entry, titled("一"));
        proposals.submit(id, version(id), "", NORI);
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(ProposalOutcome.OwnWork.class);
    }

    @Test
    void the_database_itself_refuses_a_decision_about_ones_own_work() {
        long entry = entry(6);
        long id = submitted(entry, titled("一"));
        assertThatThrownBy(() ->
                        owner.sql("""
                        insert into enrichment.event values (:id, 99, 'APPROVED', :by, 'x', now(), '')
                        """).param("id", id).param("by", MIKI.id()).update())
                .hasMessageContaining("nobody decides about what they wrote");
        assertThatThrownBy(() -> owner.sql("delete from enrichment.event").update())
                .hasMessageContaining("stays as it is written");
    }

    @Test
    void what_is_returned_says_why_and_is_written_again() {
        long entry = entry(7);
        long id = submitted(entry, titled("一"));
        assertThat(proposals.giveBack(id, version(id), " ", NORI)).isInstanceOf(ProposalOutcome.Wrong.class);
        assertThat(proposals.giveBack(id, version(id), "範囲が広すぎます", NORI)).isInstanceOf(Done.class);
        Proposal returned = proposals.find(id).orElseThrow();
        assertThat(returned.state()).isEqualTo(State.RETURNED);
        assertThat(returned.events().getLast().reason()).isEqualTo("範囲が広すぎます");
        assertThat(proposals.save(entry, returned.version(), titled("二"), MIKI)).isInstanceOf(Done.class);
        assertThat(proposals.submit(id, version(id), "", MIKI)).isInstanceOf(Done.class);
    }

    @Test
    void what_waits_for_approval_is_not_written_in_until_its_author_takes_it_back() {
        long entry = entry(8);
        long id = submitted(entry, titled("一"));
        assertThat(proposals.save(entry, version(id), titled("二"), MIKI)).isInstanceOf(ProposalOutcome.Changed.class);
        assertThat(proposals.takeBack(id, version(id), NORI)).isInstanceOf(ProposalOutcome.OwnWork.class);
        assertThat(proposals.drop(id, version(id), NORI)).isInstanceOf(ProposalOutcome.OwnWork.class);
        assertThat(proposals.takeBack(id, version(id), MIKI)).isInstanceOf(Done.class);
        assertThat(proposals.save(entry, version(id), titled("二"), MIKI)).isInstanceOf(Done.class);
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told_and_changes_nothing() {
        long entry = entry(9);
        long id = saved(entry, titled("一"));
        int seen = version(id);
        proposals.save(entry, seen, titled("二"), MIKI);
        assertThat(proposals.save(entry, seen, titled("三"), NORI)).isInstanceOf(ProposalOutcome.Changed.class);
        assertThat(proposals.save(entry, 0, titled("三"), NORI)).isInstanceOf(ProposalOutcome.Changed.class);
        assertThat(proposals.items(id, 0, 1).getFirst().after().titleJa()).isEqualTo("二");
    }

    @Test
    void whoever_approves_decides_about_what_they_saw() {
        long entry = entry(10);
        long id = submitted(entry, titled("一"));
        int seen = version(id);
        proposals.takeBack(id, seen, MIKI);
        proposals.save(entry, version(id), titled("二"), MIKI);
        proposals.submit(id, version(id), "", MIKI);
        assertThat(proposals.approve(id, seen, NORI)).isInstanceOf(ProposalOutcome.Changed.class);
        assertThat(records.find(entry)).isEmpty();
    }

    @Test
    void an_approved_addition_is_revised_and_withdrawn_by_the_same_four_eyes() {
        long entry = entry(11);
        approved(entry, whole());
        approved(entry, whole().withCwes(List.of("CWE-79")));
        assertThat(told(entry).cwes()).containsExactly("CWE-79");
        long id = ((Done) proposals.proposeWithdrawal(entry, "誤りでした", MIKI)).id();
        assertThat(told(entry).cwes()).containsExactly("CWE-79");
        assertThat(proposals.approve(id, version(id), MIKI)).isInstanceOf(ProposalOutcome.OwnWork.class);
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(Done.class);
        assertThat(told(entry).feeds()).containsExactly(Feed.CVE);
        assertThat(head(entry).severity()).isNull();
        assertThat(gaps.of(entry)).hasSize(3);
        List<EntryChange> history = entries.history(told(entry).id());
        assertThat(history).hasSize(3).allMatch(change -> change.feed() == Feed.ANALYST);
        assertThat(history.getFirst().fields()).containsExactly("withdrawn");
        assertThat(history.getFirst().before()).isNotNull();
    }

    @Test
    void a_second_proposal_for_the_same_entry_does_not_begin_beside_the_first() {
        long entry = entry(12);
        approved(entry, titled("一"));
        saved(entry, titled("二"));
        assertThat(proposals.proposeWithdrawal(entry, "理由", NORI)).isInstanceOf(ProposalOutcome.Changed.class);
    }

    @Test
    void what_says_nothing_new_is_not_submitted() {
        long entry = entry(13);
        approved(entry, titled("一"));
        long id = saved(entry, titled("一"));
        assertThat(proposals.submit(id, version(id), "", MIKI)).isInstanceOf(ProposalOutcome.Wrong.class);
    }

    @Test
    void what_became_of_the_entry_meanwhile_is_kept_where_the_draft_did_not_touch_it() {
        long entry = entry(14);
        approved(entry, titled("一"));
        Enrichment draft = titled("二");
        long id = submitted(entry, draft);
        records.put(java.util.Map.of(entry, AnalystWords.record("x", titled("一").withCwes(List.of("CWE-79")))));
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(ProposalOutcome.Stale.class);
        assertThat(proposals.find(id).orElseThrow().state()).isEqualTo(State.SUBMITTED);
        proposals.takeBack(id, version(id), MIKI);
        proposals.save(entry, version(id), draft, MIKI);
        proposals.submit(id, version(id), "", MIKI);
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(Done.class);
        assertThat(told(entry).text(Kind.TITLE, Language.JA)).hasValue("二");
        assertThat(told(entry).cwes()).containsExactly("CWE-79");
    }

    @Test
    void approval_of_an_entry_that_its_sources_reject_does_not_bring_it_back() {
        long entry = entry(15);
        owner.sql(
                        "update vulnerability.source_record set facts = replace(facts, 'PUBLISHED', 'REJECTED') where entry = :entry")
                .param("entry", entry)
                .update();
        approved(entry, titled("一"));
        assertThat(head(entry).standing()).isEqualTo(tsukasa.vulnerability.Standing.REJECTED);
    }

    @Test
    void of_many_what_has_moved_is_left_out_by_name_and_all_else_is_undone_together() {
        long one = entry(16);
        long two = entry(17);
        long three = entry(18);
        approved(two, titled("前から"));
        List<Proposal.Item> items = List.of(
                ProposalStore.item(1, one, "JVNDB-2035-100016", Enrichment.NONE, titled("一")),
                ProposalStore.item(2, two, "JVNDB-2035-100017", titled("前から"), titled("二")),
                ProposalStore.item(3, three, "JVNDB-2035-100018", Enrichment.NONE, titled("三")));
        long id = ((Done) proposals.proposeBulk("題名", "{}", items, MIKI)).id();
        approved(three, titled("先に"));
        assertThat(proposals.approve(id, version(id), MIKI)).isInstanceOf(ProposalOutcome.OwnWork.class);
        assertThat(proposals.approve(id, version(id), NORI)).isEqualTo(new Done(id, 1));
        assertThat(proposals.items(id, 0, 9))
                .filteredOn(item -> item.refused().isPresent())
                .extracting(Proposal.Item::number)
                .containsExactly("JVNDB-2035-100018");
        assertThat(proposals.now(two)).isEqualTo(titled("二"));
        assertThat(proposals.now(three)).isEqualTo(titled("先に"));
        long undo = ((Done) proposals.proposeUndo(id, "誤りでした", MIKI)).id();
        assertThat(proposals.proposeUndo(id, "もう一度", NORI)).isInstanceOf(ProposalOutcome.Changed.class);
        assertThat(proposals.approve(undo, version(undo), NORI)).isEqualTo(new Done(undo, 0));
        assertThat(records.find(one)).isEmpty();
        assertThat(proposals.now(two)).isEqualTo(titled("前から"));
        assertThat(proposals.now(three)).isEqualTo(titled("先に"));
    }

    @Test
    void proposals_are_listed_by_state_and_found_by_their_entry() {
        long entry = entry(19);
        long id = submitted(entry, titled("一"));
        assertThat(proposals.list(Set.of(State.SUBMITTED), 0, 200).items())
                .extracting(Proposal::id)
                .contains(id);
        assertThat(proposals.of(entry)).extracting(Proposal::id).containsExactly(id);
        assertThat(proposals.open(List.of(entry))).containsOnlyKeys(entry);
        assertThat(proposals.waiting()).isPositive();
    }
}
