package io.playcaller.testkit.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Every call of the JDK that tells what time it is. */
final class WallClock {

    static final DescribedPredicate<JavaMethodCall> READ =
            DescribedPredicate.describe("reads the wall clock", call -> reads(call.getTarget()));

    private static final Set<String> DATED = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final Set<String> READERS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.InstantSource.system",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone");

    private WallClock() {}

    private static boolean reads(AccessTarget.MethodCallTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        if (DATED.contains(owner) && name.equals("now")) {
            return handsInNoClock(target);
        }
        return READERS.contains(owner + "." + name)
                || (owner.equals(Clock.class.getName()) && name.startsWith("tick") && !takes(target, Clock.class));
    }

    private static boolean handsInNoClock(AccessTarget.MethodCallTarget target) {
        List<String> parameters = target.getRawParameterTypes().stream()
                .map(type -> type.getFullName())
                .toList();
        return parameters.isEmpty() || parameters.contains(ZoneId.class.getName());
    }

    private static boolean takes(AccessTarget.MethodCallTarget target, Class<?> parameter) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }
}
