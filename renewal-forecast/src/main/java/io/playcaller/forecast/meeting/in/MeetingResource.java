package io.playcaller.forecast.meeting.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.Decision;
import io.playcaller.forecast.meeting.Packet;
import io.playcaller.forecast.meeting.app.Decisions;
import io.playcaller.forecast.meeting.app.PacketService;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The packets for meetings, and what they decided. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class MeetingResource {

    private final PacketService packets;
    private final Decisions decisions;
    private final CurrentIdentityAssociation identity;

    MeetingResource(PacketService packets, Decisions decisions, CurrentIdentityAssociation identity) {
        this.packets = packets;
        this.decisions = decisions;
        this.identity = identity;
    }

    @GET
    @Path("{kind}")
    @Operation(
            summary = "What a meeting is about: weekly, monthly or quarterly",
            description = "What changed since the meeting before, or since a day; the decisions that are not done")
    public Uni<Packet> packet(
            @RestPath String kind,
            @QueryParam("day") @Nullable String day,
            @QueryParam("since") @Nullable String since) {
        return make(kind, day, since);
    }

    @GET
    @Path("{kind}/markdown")
    @Produces("text/markdown;charset=UTF-8")
    @Operation(summary = "The same as Markdown")
    public Uni<String> markdown(
            @RestPath String kind,
            @QueryParam("day") @Nullable String day,
            @QueryParam("since") @Nullable String since) {
        return make(kind, day, since).map(PacketMarkdown::of);
    }

    @POST
    @Path("{kind}/{day}/decisions")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(summary = "What a meeting decided: {what, owner, dueOn, accountId}")
    public Uni<RestResponse<Decision>> decide(
            @RestPath String kind, @RestPath String day, @Nullable DecisionBody body) {
        DecisionBody given = body == null ? new DecisionBody(null, null, null, null) : body;
        Decisions.New decided = given.checked(kind(kind), day("day", day));
        return identity.getDeferredIdentity()
                .chain(caller -> decisions.add(decided, caller.getPrincipal().getName()))
                .map(added -> RestResponse.status(RestResponse.Status.CREATED, added));
    }

    @POST
    @Path("decisions/{decisionId}/done")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(summary = "A decision was carried out: {outcome}; said again, it stays as it was said first")
    public Uni<Decision> done(@RestPath UUID decisionId, @Nullable DoneBody body) {
        String outcome = (body == null ? new DoneBody(null) : body).checked();
        return identity.getDeferredIdentity()
                .chain(caller ->
                        decisions.done(decisionId, caller.getPrincipal().getName(), outcome))
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(Problem.notFound("decision", decisionId.toString()))));
    }

    private Uni<Packet> make(String kind, @Nullable String day, @Nullable String since) {
        LocalDate on = day == null ? null : day("day", day);
        LocalDate from = since == null ? null : day("since", since);
        if (on != null && from != null && !from.isBefore(on)) {
            throw new ProblemException(
                    Problem.badField("meeting.invalid", "since", "a day before " + on, from.toString()));
        }
        return packets.packet(kind(kind), on, from);
    }

    private static MeetingKind kind(String word) {
        return MeetingKind.of(word).orElseThrow(() -> new ProblemException(Problem.notFound("meeting", word)));
    }

    private static LocalDate day(String field, String text) {
        try {
            return WrittenDay.read(text);
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.badField("meeting.invalid", field, "a day, such as 2026-01-31", text));
        }
    }
}
