package io.playcaller.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.Ids;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Everything that a resource or the framework throws becomes a problem document; what nobody foresaw is an incident. */
class RefusalMappers {

    private static final Logger LOG = Logger.getLogger(RefusalMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return ProblemAnswer.of(refusal.problem());
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException thrown, @Nullable ResourceInfo resource, UriInfo request) {
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return ProblemAnswer.of(JsonProblems.of(json));
        }
        if (thrown.getCause() != null && resource != null) {
            Optional<Problem> parameter = Parameters.problem(resource.getResourceMethod(), request);
            if (parameter.isPresent()) {
                return ProblemAnswer.of(parameter.get());
            }
        }
        Response given = thrown.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        if (given.getStatus() >= 500) {
            return unforeseen(thrown);
        }
        return withHeadersOf(given, ProblemAnswer.builder(ofStatus(given)));
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable fault) {
        String incident = Ids.next().toString();
        LOG.errorf(fault, "incident %s", incident);
        return ProblemAnswer.of(Problem.of(500, "internal", "Internal error", "the log tells more under this instance")
                .incident(incident));
    }

    private static Problem ofStatus(Response given) {
        String title = given.getStatusInfo().getReasonPhrase();
        String code = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problem.of(given.getStatus(), code, title, detailOf(given.getStatus(), title));
    }

    private static String detailOf(int status, String title) {
        return switch (status) {
            case 404 -> "nothing answers at this path";
            case 405 -> "this path does not answer to this method";
            case 406 -> "this path cannot answer in the media type of the Accept header";
            case 415 -> "this path does not read the media type of the Content-Type header";
            default -> title;
        };
    }

    private static Response withHeadersOf(Response given, Response.ResponseBuilder answer) {
        given.getStringHeaders().forEach((name, values) -> {
            if (!HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
                    && !HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }
}
