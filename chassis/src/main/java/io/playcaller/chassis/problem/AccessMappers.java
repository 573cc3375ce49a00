package io.playcaller.chassis.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Who is not known gets the mechanism's own challenge with a problem document; who may not gets 403. */
class AccessMappers {

    @ServerExceptionMapper
    Uni<Response> unknown(UnauthorizedException refusal, RoutingContext request) {
        return challenge(request, Problem.unauthorized("this needs a bearer token"));
    }

    @ServerExceptionMapper
    Uni<Response> notBelieved(AuthenticationFailedException refusal, RoutingContext request) {
        return challenge(request, Problem.unauthorized("the token is expired, or not one of ours"));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal) {
        return ProblemAnswer.of(Problem.forbidden("none of your roles may do this"));
    }

    private static Uni<Response> challenge(RoutingContext request, Problem problem) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(ProblemAnswer.of(problem));
        }
        return authenticator.getChallenge(request).map(asked -> answer(asked, problem));
    }

    /** A challenge may be a redirect to a login page; then there is no document. */
    private static Response answer(@Nullable ChallengeData asked, Problem problem) {
        if (asked == null) {
            return ProblemAnswer.of(problem);
        }
        Response.ResponseBuilder answer =
                asked.status == problem.status() ? ProblemAnswer.builder(problem) : Response.status(asked.status);
        asked.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }
}
