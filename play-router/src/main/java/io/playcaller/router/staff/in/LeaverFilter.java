package io.playcaller.router.staff.in;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * From the instant at which they leave somebody is answered nothing here, whatever their token says: 403 {@code has-left}. Tokens are
 * issued elsewhere and outlive it. Asks the directory in memory, so that it holds, and costs no more, while the database is away;
 * what another replica was told holds here within {@code reload-every}. What is open to all, or signed, knows nobody by a token: it
 * looks at who acts by itself.
 */
@ApplicationScoped
public class LeaverFilter {

    private static final int FORBIDDEN = 403;

    private final CurrentIdentityAssociation identity;
    private final CurrentRules rules;
    private final BusinessClock clock;

    LeaverFilter(CurrentIdentityAssociation identity, CurrentRules rules, BusinessClock clock) {
        this.identity = identity;
        this.rules = rules;
        this.clock = clock;
    }

    @ServerRequestFilter
    public Uni<Void> check(ResourceInfo resource) {
        return isOpen(resource)
                ? Uni.createFrom().voidItem()
                : identity.getDeferredIdentity()
                        .invoke(caller -> leaver(caller).ifPresent(person -> {
                            throw new ProblemException(Problem.of(
                                    FORBIDDEN,
                                    "has-left",
                                    "Forbidden",
                                    person.name() + " left at " + person.time().leavesAt()
                                            + " and has no access any more. Where that is wrong, CS Ops corrects it in the"
                                            + " directory."));
                        }))
                        .replaceWithVoid();
    }

    private static boolean isOpen(ResourceInfo resource) {
        return resource.getResourceClass().isAnnotationPresent(PermitAll.class)
                || resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
    }

    /** By the subject of their token, and by the name that it gives them. */
    private Optional<StaffMember> leaver(SecurityIdentity caller) {
        Directory directory = rules.get().directory();
        String name = caller.getPrincipal().getName();
        Stream<String> names = caller.getPrincipal() instanceof JsonWebToken token
                ? Stream.of(Optional.ofNullable(token.getSubject()), Optional.ofNullable(name))
                        .flatMap(Optional::stream)
                : Stream.of(name);
        return names.flatMap(subject -> directory.leaver(subject, clock.instant()).stream())
                .findFirst();
    }
}
