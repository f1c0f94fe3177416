package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.Admin;
import dk.ordrebro.billysimulator.admin.LogEntry;
import dk.ordrebro.billysimulator.admin.RequestLog;
import dk.ordrebro.billysimulator.api.ApiAnswer;
import dk.ordrebro.billysimulator.api.ApiRequest;
import dk.ordrebro.billysimulator.api.Door;
import dk.ordrebro.billysimulator.api.Effects;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.Plan;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Company;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Carries requests under {@code /v2} between Jetty and the API, lets the faults play, and writes the log. */
final class ApiHandler {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final byte[] NO_BODY = new byte[0];

    private final Door door;
    private final Admin admin;
    private final InstantSource clock;

    ApiHandler(Door door, Admin admin, InstantSource clock) {
        this.door = door;
        this.admin = admin;
        this.clock = clock;
    }

    void handle(Request request, Response response, Callback callback, List<String> segments) throws IOException {
        ApiRequest plain = asked(request, segments);
        Company company = door.company(plain.headers());
        Call call = new Call(plain, request.getHttpURI().getPathQuery(), company == null ? null : company.id());
        Plan plan = admin.faults().plan(call.companyId(), call.route());
        Delivery.pause(plan.millisBefore());
        Delivery delivery = new Delivery(request, response, callback);
        if (plan.instead() != null) {
            refuse(call, plan, plan.instead(), response, delivery);
            return;
        }
        if (plan.lock() != null && call.companyId() != null) {
            admin.lockPeriod(call.companyId(), plan.lock());
        }
        ApiAnswer answer = door.answer(plain.with(plan.deviations()));
        Delivery.pause(plan.millisAfter());
        record(call, plan, answer, plan.delivery() instanceof Effect.LoseAnswer ? "lost" : "" + answer.status());
        delivery.send(answer.status(), JSON, answer.body(), plan.delivery());
    }

    /** A request on its way: what was asked, where to, and by whom. */
    private record Call(
            ApiRequest asked, String target, @Nullable String companyId) {
        String route() {
            return Routes.of(asked.method(), asked.segments());
        }
    }

    private void refuse(Call call, Plan plan, Effect instead, Response response, Delivery delivery) throws IOException {
        switch (instead) {
            case Effect.Status(int status, String code, @Nullable Integer retryAfter) -> {
                if (retryAfter != null) {
                    response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfter.toString());
                }
                ApiAnswer answer = Door.refused(Refusal.ordered(status, code, "Ordered by a fault."), false);
                record(call, plan, answer, Integer.toString(status));
                delivery.send(status, JSON, answer.body(), plan.delivery());
            }
            case Effect.Html(int status) -> {
                byte[] page = ("<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>" + status
                                + "</h1><p>The service is unavailable.</p></body></html>\n")
                        .getBytes(StandardCharsets.UTF_8);
                record(call, plan, new ApiAnswer(status, page, null, Effects.NONE), Integer.toString(status));
                delivery.send(status, HTML, page, plan.delivery());
            }
            default -> {
                record(call, plan, new ApiAnswer(0, NO_BODY, null, Effects.NONE), "reset");
                delivery.reset();
            }
        }
    }

    private void record(Call call, Plan plan, ApiAnswer answer, String outcome) {
        admin.count(call.companyId(), call.route(), outcome, answer.effects());
        byte[] body = call.asked().body();
        long micros = (System.nanoTime() - call.asked().startedNanos()) / 1000;
        admin.log()
                .add(number -> new LogEntry(
                        number,
                        clock.instant(),
                        call.companyId(),
                        call.asked().method(),
                        call.target(),
                        answer.status(),
                        answer.errorCode(),
                        plan.label(),
                        micros,
                        body == null ? "" : RequestLog.excerpt(body),
                        RequestLog.excerpt(answer.body())));
    }

    private static ApiRequest asked(Request request, List<String> segments) throws IOException {
        return ApiRequest.of(
                request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                segments,
                Exchanges.query(request),
                Exchanges.headers(request),
                Exchanges.body(request),
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority());
    }
}
