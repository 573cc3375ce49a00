package io.playcaller.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that are no JSON or not the expected one, and bean validation, with every field at fault. */
class InputMappers {

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException fault) {
        return ProblemAnswer.of(JsonProblems.of(fault));
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException fault) {
        return ProblemAnswer.of(JsonProblems.of(fault));
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException refusal) {
        List<FieldFault> faults = refusal.getConstraintViolations().stream()
                .map(InputMappers::fault)
                .sorted(Comparator.comparing(FieldFault::field))
                .toList();
        return ProblemAnswer.of(Problem.badFields("input.invalid", faults));
    }

    private static FieldFault fault(ConstraintViolation<?> violation) {
        return new FieldFault(
                field(violation.getPropertyPath()),
                violation.getMessage(),
                String.valueOf(violation.getInvalidValue()));
    }

    /** A JSON pointer below the parameter; the parameter's own name where it is no body. */
    private static String field(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }
}
