package io.playcaller.health.judgement.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.judgement.OverrideView;
import io.playcaller.health.judgement.app.Judgements;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Overrides by who made them: what somebody else is to look at when a person leaves. */
@Path("/v1/overrides")
public class OverrideResource {

    private static final int MOST_NAMES = 10;

    private final Judgements judgements;

    OverrideResource(Judgements judgements) {
        this.judgements = judgements;
    }

    /**
     * What is in force, by account; the first 1,000.
     *
     * @param author as they logged in: staff ids or e-mail addresses of one person
     */
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Uni<Page<OverrideView>> inForce(@RestQuery List<String> author) {
        if (author.isEmpty() || author.size() > MOST_NAMES) {
            throw new ProblemException(Problem.badField(
                    "override.author",
                    "author",
                    "1 to " + MOST_NAMES + " names of a person, as in ?author=ana&author=ana@example.com",
                    author.size() + " of them"));
        }
        return judgements.inForceBy(author).map(Page::whole);
    }
}
