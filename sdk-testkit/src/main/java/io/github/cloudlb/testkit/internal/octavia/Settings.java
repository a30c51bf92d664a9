package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Flavors and availability zones, and the profiles of both: what administrators offer for load balancers. */
final class Settings extends Resources {

    Settings(Kind kind, OctaviaState state) {
        super(kind, state);
    }

    static Optional<Resource> zone(OctaviaState state, String name) {
        return named(state.all(Kind.ZONE), name);
    }

    /** A zone is known by its name, all else by an id. */
    @Override
    Resource one(String id) {
        return kind() == Kind.ZONE
                ? zone(state(), id).orElseThrow(() -> new Refusal(OctaviaErrors.notFound(Kind.ZONE, id)))
                : super.one(id);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, kind());
        check(attributes);
        if (isProfiled()) {
            String name = String.valueOf(attributes.get("name"));
            if (named(state().all(kind()), name).isPresent()) {
                throw new Refusal(OctaviaErrors.conflict("A " + (kind() == Kind.ZONE ? "availability zone" : "flavor")
                        + " of " + name + " already exists."));
            }
            checkProfile(attributes);
        }
        return Views.answer(201, state().add(kind(), null, attributes), request);
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, kind());
        Resource setting = one(id);
        boolean decisive = changes.keySet().stream().anyMatch(name -> !name.equals("name"));
        if (!isProfiled() && decisive) {
            refuseUsed(setting);
            check(Shape.of(kind()).completed(withChanges(setting, changes)));
        }
        setting.attributes().putAll(changes);
        return Views.answer(200, setting, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource setting = one(id);
        refuseUsed(setting);
        state().remove(setting);
        return Answer.of(204);
    }

    private void refuseUsed(Resource setting) {
        Object known = kind() == Kind.ZONE ? setting.text("name") : setting.id();
        for (Resource user : state().all(user())) {
            if (known.equals(user.attributes().get(reference()))) {
                throw new Refusal(
                        OctaviaErrors.conflict(called() + " " + known + " is in use and cannot be modified."));
            }
        }
    }

    private void check(Map<String, Object> attributes) {
        if (!isProfiled()) {
            String data = kind() == Kind.FLAVOR_PROFILE ? "flavor_data" : "availability_zone_data";
            Providers.checkData(
                    kind(), String.valueOf(attributes.get("provider_name")), String.valueOf(attributes.get(data)));
        }
    }

    /** The database notices. */
    private void checkProfile(Map<String, Object> attributes) {
        Kind profile = kind() == Kind.FLAVOR ? Kind.FLAVOR_PROFILE : Kind.ZONE_PROFILE;
        String name = kind() == Kind.FLAVOR ? "flavor_profile_id" : "availability_zone_profile_id";
        if (state().find(profile, String.valueOf(attributes.get(name))).isEmpty()) {
            throw new Refusal(OctaviaErrors.server(
                    500,
                    "(pymysql.err.IntegrityError) (1452, 'Cannot add or update a child row: a foreign key constraint"
                            + " fails')"));
        }
    }

    private boolean isProfiled() {
        return kind() == Kind.FLAVOR || kind() == Kind.ZONE;
    }

    /** Who may use it. */
    private Kind user() {
        return switch (kind()) {
            case FLAVOR_PROFILE -> Kind.FLAVOR;
            case ZONE_PROFILE -> Kind.ZONE;
            default -> Kind.LOAD_BALANCER;
        };
    }

    /** Under what name. */
    private String reference() {
        return switch (kind()) {
            case FLAVOR_PROFILE -> "flavor_profile_id";
            case ZONE_PROFILE -> "availability_zone_profile_id";
            case FLAVOR -> "flavor_id";
            default -> "availability_zone";
        };
    }

    private String called() {
        return kind() == Kind.FLAVOR_PROFILE ? "Flavor profile" : kind().title();
    }

    private static Map<String, Object> withChanges(Resource setting, Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(setting.attributes());
        changed.putAll(changes);
        return changed;
    }

    private static Optional<Resource> named(Collection<Resource> settings, String name) {
        return settings.stream().filter(one -> one.text("name").equals(name)).findFirst();
    }
}
