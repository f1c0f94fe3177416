package dk.ordrebro.intake.csv;

import dk.ordrebro.integration.OrderIntegration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files and their mappings in PostgreSQL. */
class JdbcUploads {

    private static final int SHOWN = 20;

    /** An import that gave no sign of life for so long died with its node. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final String SELECT = """
            select upload_id, name, uploaded_at, state, phase, rows_done, rows_all, seen_at, report from csv_upload
            where company_id = :company and integration_id = :shop
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcUploads(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private JdbcClient.StatementSpec of(OrderIntegration shop, String sql) {
        return jdbc.sql(sql)
                .param("company", shop.company().value())
                .param("shop", shop.id().value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The files of uploads that came before this one and were never imported are let go: they may be large. */
    void insert(OrderIntegration shop, UUID id, String name, byte[] content) {
        of(shop, """
                        update csv_upload set content = null
                        where company_id = :company and integration_id = :shop and state in ('NEW', 'FAILED')
                        """).update();
        of(shop, """
                        insert into csv_upload (company_id, integration_id, upload_id, name, content, uploaded_at, state, seen_at)
                        values (:company, :shop, :id, :name, :content, :now, 'NEW', :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .param("now", now())
                .update();
    }

    Optional<CsvUpload> find(OrderIntegration shop, UUID id) {
        return of(shop, SELECT + " and upload_id = :id")
                .param("id", id)
                .query(this::upload)
                .optional();
    }

    List<CsvUpload> latest(OrderIntegration shop) {
        return of(shop, SELECT + " order by upload_id desc limit :size")
                .param("size", SHOWN)
                .query(this::upload)
                .list();
    }

    private CsvUpload upload(ResultSet row, int index) throws SQLException {
        CsvUpload.State state = CsvUpload.State.valueOf(row.getString("state"));
        boolean silent = state == CsvUpload.State.RUNNING
                && time(row, "seen_at").plus(SILENT).isBefore(clock.instant());
        String report = row.getString("report");
        String phase = row.getString("phase");
        return new CsvUpload(
                row.getObject("upload_id", UUID.class),
                row.getString("name"),
                time(row, "uploaded_at"),
                silent ? CsvUpload.State.FAILED : state,
                phase == null ? null : Progress.Phase.valueOf(phase),
                row.getLong("rows_done"),
                row.getLong("rows_all"),
                report(report));
    }

    private static @Nullable CsvReport report(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, CsvReport.class);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    Optional<byte[]> content(OrderIntegration shop, UUID id) {
        return of(shop, """
                        select content from csv_upload
                        where company_id = :company and integration_id = :shop and upload_id = :id and content is not null
                        """)
                .param("id", id)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    /** Whether it is ours to import: nobody else is at it, and it was not done. */
    boolean begin(OrderIntegration shop, UUID id) {
        return of(shop, """
                                update csv_upload set state = 'RUNNING', phase = 'CHECKING', rows_done = 0, rows_all = 0, seen_at = :now
                                where company_id = :company and integration_id = :shop and upload_id = :id and content is not null
                                  and (state in ('NEW', 'FAILED') or state = 'RUNNING' and seen_at < :silent)
                                """)
                        .param("id", id)
                        .param("now", now())
                        .param("silent", now().minus(SILENT))
                        .update()
                == 1;
    }

    void seen(OrderIntegration shop, UUID id, Progress.Phase phase, long rows, long all) {
        of(shop, """
                        update csv_upload set phase = :phase, rows_done = :rows, rows_all = :all, seen_at = :now
                        where company_id = :company and integration_id = :shop and upload_id = :id
                        """)
                .param("phase", phase.name())
                .param("rows", rows)
                .param("all", all)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void done(OrderIntegration shop, UUID id, CsvReport report) {
        of(shop, """
                        update csv_upload set state = 'DONE', content = null, report = :report, seen_at = :now
                        where company_id = :company and integration_id = :shop and upload_id = :id
                        """)
                .param("report", MAPPER.writeValueAsString(report))
                .param("now", now())
                .param("id", id)
                .update();
    }

    void failed(OrderIntegration shop, UUID id) {
        of(shop, """
                        update csv_upload set state = 'FAILED', seen_at = :now
                        where company_id = :company and integration_id = :shop and upload_id = :id
                        """).param("now", now()).param("id", id).update();
    }

    Optional<CsvMapping> mapping(OrderIntegration shop) {
        return of(shop, "select mapping from csv_mapping where company_id = :company and integration_id = :shop")
                .query((row, index) -> MAPPER.readValue(row.getString("mapping"), CsvMapping.class))
                .optional();
    }

    void remember(OrderIntegration shop, CsvMapping mapping) {
        of(shop, """
                        insert into csv_mapping (company_id, integration_id, mapping) values (:company, :shop, :mapping)
                        on conflict (company_id, integration_id) do update set mapping = excluded.mapping
                        """).param("mapping", MAPPER.writeValueAsString(mapping)).update();
    }
}
