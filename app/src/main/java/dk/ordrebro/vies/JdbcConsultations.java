package dk.ordrebro.vies;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the register in the database. They are added, never changed. */
final class JdbcConsultations implements Consultations {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcConsultations.class);
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final @Nullable VatRegister register;

    /** @param register null where looking up is switched off */
    JdbcConsultations(JdbcClient jdbc, Ids ids, InstantSource clock, @Nullable VatRegister register) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.register = register;
    }

    @Override
    public boolean isOn() {
        return register != null;
    }

    @Override
    public Consultation ask(CompanyId company, VatNumber number, Optional<VatNumber> requester, String who) {
        Instant midnight = clock.instant()
                .atZone(COPENHAGEN)
                .toLocalDate()
                .atStartOfDay(COPENHAGEN)
                .toInstant();
        return latest(company, number)
                .filter(told -> !told.at().isBefore(midnight))
                .orElseGet(() -> keep(of(company, number, requester, who)));
    }

    private Consultation of(CompanyId company, VatNumber number, Optional<VatNumber> requester, String who) {
        Reply reply = register == null ? new Reply.NotTold(Obstacle.SWITCHED_OFF, "") : register.ask(number, requester);
        VatNumber ours = requester.orElse(null);
        return switch (reply) {
            case Reply.Told told ->
                new Consultation(
                        company,
                        ids.next(),
                        number,
                        ours,
                        told.registered() ? Consultation.Result.REGISTERED : Consultation.Result.NOT_REGISTERED,
                        null,
                        clock.instant(),
                        told.consultation(),
                        told.name(),
                        told.address(),
                        who);
            case Reply.NotTold not -> {
                LOG.info("VIES told nothing of a number of {}: {} {}", number.country(), not.obstacle(), not.seen());
                yield new Consultation(
                        company,
                        ids.next(),
                        number,
                        ours,
                        Consultation.Result.NOT_TOLD,
                        not.obstacle(),
                        clock.instant(),
                        null,
                        null,
                        null,
                        who);
            }
        };
    }

    private Consultation keep(Consultation asked) {
        jdbc.sql("""
                        insert into vat_consultation (company_id, consultation_id, country, digits, requester, result, obstacle,
                                                      asked_at, proof, name, address, who)
                        values (:company, :id, :country, :digits, :requester, :result, :obstacle, :at, :proof, :name, :address, :who)
                        """)
                .param("company", asked.company().value())
                .param("id", asked.id())
                .param("country", asked.number().country())
                .param("digits", asked.number().digits())
                .param(
                        "requester",
                        asked.requester() == null ? null : asked.requester().toString())
                .param("result", asked.result().name())
                .param(
                        "obstacle",
                        asked.obstacle() == null ? null : asked.obstacle().name())
                .param("at", OffsetDateTime.ofInstant(asked.at(), ZoneOffset.UTC))
                .param("proof", asked.proof())
                .param("name", asked.name())
                .param("address", asked.address())
                .param("who", asked.who())
                .update();
        return asked;
    }

    @Override
    public Optional<Consultation> latest(CompanyId company, VatNumber number) {
        return jdbc.sql("""
                        select * from vat_consultation
                        where company_id = :company and country = :country and digits = :digits and result <> 'NOT_TOLD'
                        order by asked_at desc, consultation_id desc limit 1
                        """)
                .param("company", company.value())
                .param("country", number.country())
                .param("digits", number.digits())
                .query((row, _) -> read(company, row))
                .optional();
    }

    private static Consultation read(CompanyId company, ResultSet row) throws SQLException {
        String requester = row.getString("requester");
        String obstacle = row.getString("obstacle");
        return new Consultation(
                company,
                row.getObject("consultation_id", UUID.class),
                new VatNumber(row.getString("country"), row.getString("digits")),
                requester == null ? null : new VatNumber(requester.substring(0, 2), requester.substring(2)),
                Consultation.Result.valueOf(row.getString("result")),
                obstacle == null ? null : Obstacle.valueOf(obstacle),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("proof"),
                row.getString("name"),
                row.getString("address"),
                row.getString("who"));
    }
}
