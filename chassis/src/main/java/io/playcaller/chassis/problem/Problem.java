package io.playcaller.chassis.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457). Also the shape of a refusal inside a batch's answer.
 *
 * @param type {@code urn:playcaller:problem:<code>}; the code is stable, programs may branch on it
 * @param title the same for every problem of this type
 * @param detail what happened this time
 * @param instance names this occurrence in the log; only for incidents of ours
 * @param field the field at fault, with what was expected and what came; of several the first
 * @param errors every field at fault where there are several
 * @param retryAfter seconds until another try makes sense; also sent as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable List<FieldFault> errors,
        @Nullable Long retryAfter) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String PREFIX = "urn:playcaller:problem:";

    /** A problem without a field. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(PREFIX + code, title, status, detail, null, null, null, null, null, null);
    }

    /** 400: one field is wrong. */
    public static Problem badField(String code, String field, String expected, String actual) {
        return badFields(code, List.of(new FieldFault(field, expected, actual)));
    }

    /** 400: one or more fields are wrong; all are said at once. */
    public static Problem badFields(String code, List<FieldFault> faults) {
        FieldFault first = faults.get(0);
        String what = first.field().isEmpty() ? "what came" : first.field();
        String detail = what + " must be " + first.expected() + ", is " + first.actual();
        return new Problem(
                PREFIX + code,
                "Invalid input",
                400,
                detail,
                null,
                first.field(),
                first.expected(),
                first.actual(),
                faults.size() > 1 ? List.copyOf(faults) : null,
                null);
    }

    /** 404: there is no such thing, or the caller may not know of it. */
    public static Problem notFound(String what, String id) {
        return of(404, what + ".unknown", "Not found", "there is no " + what + " " + id);
    }

    /** 409: the request is right, but not in the present state. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, "Conflict", detail);
    }

    /** 403: the caller is known and may not. */
    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Forbidden", detail);
    }

    /** 401: the caller is not known. */
    public static Problem unauthorized(String detail) {
        return of(401, "unauthorized", "Unauthorized", detail);
    }

    /** 413: the body is larger than a body may be. */
    public static Problem tooLarge(String expected, String actual) {
        return badField("body.too-large", "", expected, actual).under(413, "Content too large");
    }

    /** 429: a limit was reached. */
    public static Problem tooMany(String code, String detail, Duration retryAfter) {
        return of(429, code, "Too many requests", detail).retryAfter(retryAfter);
    }

    /** 503: something that is needed does not answer; the same request may work later. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(503, "unavailable", "Unavailable", detail).retryAfter(retryAfter);
    }

    /** The same under another status. */
    public Problem under(int otherStatus, String otherTitle) {
        return new Problem(
                type, otherTitle, otherStatus, detail, instance, field, expected, actual, errors, retryAfter);
    }

    /** The stable code: {@code type} without its prefix. */
    @JsonIgnore
    public String code() {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    /** The same, and when another try makes sense. */
    public Problem retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Problem(type, title, status, detail, instance, field, expected, actual, errors, seconds);
    }

    Problem incident(String id) {
        return new Problem(type, title, status, detail, "urn:uuid:" + id, field, expected, actual, errors, retryAfter);
    }
}
