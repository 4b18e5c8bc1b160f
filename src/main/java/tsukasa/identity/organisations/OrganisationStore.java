package tsukasa.identity.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.identity.Industry;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;

@Component
class OrganisationStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHAPE = """
            (ordinal int, id uuid, corporate_number text, name text, name_kana text, name_en text, prefecture text,
             city text, address text, industry text, employees int, capital_yen bigint)
            """;
    private final JdbcClient database;

    OrganisationStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Organisation> find(UUID id) {
        return database.sql("select * from identity.organisation where id = :id")
                .param("id", id)
                .query((row, _) -> organisation(row))
                .optional();
    }

    List<Organisation> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select * from identity.organisation where id in (:ids)")
                        .param("ids", ids)
                        .query((row, _) -> organisation(row))
                        .list();
    }

    Optional<Organisation> findByCorporateNumber(CorporateNumber number) {
        return database.sql("select * from identity.organisation where corporate_number = :number")
                .param("number", number.digits())
                .query((row, _) -> organisation(row))
                .optional();
    }

    /// Adds those whose corporate number is not there yet.
    ///
    /// @return how many were added
    int add(List<UUID> ids, List<OrganisationProfile> profiles, Instant now) {
        return database.sql("""
                        insert into identity.organisation
                               (id, corporate_number, name, name_kana, name_en, prefecture, city, address, industry,
                                employees, capital_yen, registered_at, amended_at)
                        select id, corporate_number, name, name_kana, name_en, prefecture, city, address, industry,
                               employees, capital_yen, :now, :now
                          from jsonb_to_recordset(cast(:all as jsonb)) as o\s""" + SHAPE + """
                        on conflict (corporate_number) do nothing
                        """)
                .param("now", Timestamp.from(now))
                .param("all", json(ids, profiles))
                .update();
    }

    /// The ids under which the given organisations are known, in their order.
    List<UUID> idsOf(List<UUID> ids, List<OrganisationProfile> profiles) {
        return database.sql("""
                        select coalesce(known.id, o.id)
                          from jsonb_to_recordset(cast(:all as jsonb)) as o\s""" + SHAPE + """
                          left join identity.organisation known on known.corporate_number = o.corporate_number
                         order by o.ordinal
                        """)
                .param("all", json(ids, profiles))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void amend(UUID id, OrganisationProfile profile, Instant now) {
        database.sql("""
                        update identity.organisation
                           set name = :name, name_kana = :kana, name_en = :en, prefecture = :prefecture, city = :city,
                               address = :address, industry = :industry, employees = :employees,
                               capital_yen = :capital, amended_at = :now
                         where id = :id
                        """)
                .param("name", profile.name())
                .param("kana", profile.nameKana())
                .param("en", profile.nameEn())
                .param("prefecture", profile.prefecture().code())
                .param("city", profile.city())
                .param("address", profile.address())
                .param("industry", code(profile.industry()))
                .param("employees", profile.employees())
                .param("capital", profile.capitalYen())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    List<Organisation> search(String text, int limit) {
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return database.sql("""
                        select * from identity.organisation
                         where name ilike :part or corporate_number like :beginning
                         order by name <-> :text, id
                         limit :limit
                        """)
                .param("part", "%" + escaped + "%")
                .param("beginning", escaped + "%")
                .param("text", text)
                .param("limit", limit)
                .query((row, _) -> organisation(row))
                .list();
    }

    private static String json(List<UUID> ids, List<OrganisationProfile> profiles) {
        ArrayNode all = JSON.createArrayNode();
        for (int i = 0; i < profiles.size(); i++) {
            OrganisationProfile profile = profiles.get(i);
            CorporateNumber number = profile.corporateNumber();
            ObjectNode one = all.addObject();
            one.put("ordinal", i);
            one.put("id", ids.get(i).toString());
            one.put("corporate_number", number == null ? null : number.digits());
            one.put("name", profile.name());
            one.put("name_kana", profile.nameKana());
            one.put("name_en", profile.nameEn());
            one.put("prefecture", profile.prefecture().code());
            one.put("city", profile.city());
            one.put("address", profile.address());
            one.put("industry", code(profile.industry()));
            one.put("employees", profile.employees());
            one.put("capital_yen", profile.capitalYen());
        }
        return JSON.writeValueAsString(all);
    }

    private static @Nullable String code(@Nullable Industry industry) {
        return industry == null ? null : industry.code();
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        String number = row.getString("corporate_number");
        String industry = row.getString("industry");
        return new Organisation(
                row.getObject("id", UUID.class),
                new OrganisationProfile(
                        number == null ? null : new CorporateNumber(number),
                        row.getString("name"),
                        row.getString("name_kana"),
                        row.getString("name_en"),
                        Prefecture.ofCode(row.getString("prefecture")).orElseThrow(),
                        row.getString("city"),
                        row.getString("address"),
                        industry == null ? null : Industry.ofCode(industry).orElse(null),
                        row.getObject("employees", Integer.class),
                        row.getObject("capital_yen", Long.class)),
                row.getTimestamp("registered_at").toInstant());
    }
}
