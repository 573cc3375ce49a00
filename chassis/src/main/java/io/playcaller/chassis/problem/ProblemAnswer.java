package io.playcaller.chassis.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A problem as an HTTP answer. */
final class ProblemAnswer {

    private static final int TOO_MANY_REQUESTS = 429;

    /** What older browser SDKs look at in place of {@code Retry-After}; seconds, too. */
    private static final String RATE_LIMIT_RESET = "X-RateLimit-Reset";

    private ProblemAnswer() {}

    static Response of(Problem problem) {
        return builder(problem).build();
    }

    static Response.ResponseBuilder builder(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
            if (problem.status() == TOO_MANY_REQUESTS) {
                answer.header(RATE_LIMIT_RESET, problem.retryAfter());
            }
        }
        return answer;
    }
}
