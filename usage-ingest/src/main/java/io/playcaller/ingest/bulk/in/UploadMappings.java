package io.playcaller.ingest.bulk.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.bulk.KeptMapping;
import io.playcaller.ingest.bulk.app.Mappings;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import io.playcaller.mapping.Section;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section of a mapping that reads an upload. */
@ApplicationScoped
class UploadMappings {

    private final Mappings mappings;
    private final InstantSource clock;

    UploadMappings(Mappings mappings, InstantSource clock) {
        this.mappings = mappings;
        this.clock = clock;
    }

    /** @throws ProblemException 400 listing every fault, each with its line */
    static Mapping read(String name, String content) {
        try {
            return MappingFile.read(name, content);
        } catch (ConfigException e) {
            throw new ProblemException(Problem.badFields(
                    "mapping.invalid",
                    e.problems().stream()
                            .map(fault -> new FieldFault(
                                    "line " + fault.line() + (fault.key().isEmpty() ? "" : " " + fault.key()),
                                    fault.fix().isEmpty() ? "right" : fault.fix(),
                                    fault.message()))
                            .toList()));
        }
    }

    /**
     * Waits for PostgreSQL.
     *
     * @param file where several sections of the mapping make this kind: the file of the one that is meant
     */
    RowShape.Making shape(String name, @Nullable String file, BulkKind kind, Survey survey) {
        Mapping mapping = read(name, stored(name).content());
        Section section = section(mapping, file, kind);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new MappedRows(mapping, section, today, survey);
    }

    private KeptMapping stored(String name) {
        return find(name).orElseThrow(() -> new ProblemException(Problem.notFound("mapping", name)));
    }

    private Optional<KeptMapping> find(String name) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> mappings.find(name));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Section section(Mapping mapping, @Nullable String file, BulkKind kind) {
        List<Section> fitting = mapping.sections().stream()
                .filter(section -> kind.madeBy(section.kind()))
                .filter(section -> file == null || file.equals(section.file()))
                .toList();
        if (fitting.size() != 1) {
            throw new ProblemException(Problem.badField(
                    "mapping.section",
                    "file",
                    "the file of the one section that makes " + kind.word() + ": " + told(mapping),
                    file == null ? "absent" : file));
        }
        Section section = fitting.get(0);
        if (section.lookups().findAny().isPresent()) {
            throw new ProblemException(Problem.badField(
                    "mapping.lookup",
                    "mapping",
                    "a section that reads one file; ./playcaller import can look up in others",
                    section.title() + " looks up in another"));
        }
        return section;
    }

    private static String told(Mapping mapping) {
        return mapping.sections().stream().map(Section::title).collect(Collectors.joining(", "));
    }
}
