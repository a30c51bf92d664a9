package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one resource of the parameters of a call, or one of each object in one of its lists. */
record Creation(Kind kind, @Nullable String list, Check check) implements Write {

    @Override
    public Change plan(Call call) {
        Resource parent = kind.parent().map(call::steady).orElse(null);
        if (parent != null) {
            parent.parent().ifPresent(call::steady);
        }
        List<Resource> made = made(call, parent, kind.creating());
        return new Change(
                parent != null && list != null ? parent : made.get(0),
                parent != null && list != null ? "Update" : "Create",
                kind.hasId() ? made : List.of(),
                made,
                answer(made, parent),
                () -> begin(call, made, parent),
                () -> {
                    made.forEach(one -> one.becomes(kind.ready()));
                    settle(parent);
                },
                () -> {
                    remove(call, made, parent);
                    settle(parent);
                });
    }

    /** Checked and complete, but not there yet. */
    List<Resource> made(Call call, @Nullable Resource parent, String status) {
        List<Map<String, Object>> all = list == null ? List.of(call.sent()) : call.objects(list);
        List<Resource> made = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Map<String, Object> said : all) {
            Resource one = Completion.make(call.account(), kind, parent, Values.object(Values.copy(said)), status);
            if (!kind.hasId()) {
                refuseSecond(call, one, keys);
            }
            check.check(call, one, made);
            made.add(one);
        }
        if (made.isEmpty()) {
            throw call.operation().missing("", String.valueOf(list));
        }
        return made;
    }

    private void refuseSecond(Call call, Resource one, Set<String> keys) {
        String title = kind.title();
        if (!keys.add(one.id())) {
            throw call.error(
                    "The " + kind.words() + " " + one.text(kind.idField()) + " is there twice.",
                    "DuplicatedParam." + title,
                    "DuplicatedParam.Server",
                    "ResourceAlreadyExist." + title);
        }
        if (call.state().find(kind, one.id()) != null) {
            throw call.error(
                    "There is already a " + kind.words() + " with the same configuration: " + one.text(kind.idField())
                            + ".",
                    "Conflict." + title,
                    "ResourceAlreadyExist." + title,
                    "ResourceInUse.IP",
                    "Conflict." + title);
        }
    }

    private void begin(Call call, List<Resource> made, @Nullable Resource parent) {
        int before = parent == null ? 0 : parent.children(kind).size();
        made.forEach(call.state()::place);
        if (parent != null && !kind.hasId()) {
            parent.becomes("Configuring");
        }
        call.account().tell(kind, parent, before);
    }

    private void settle(@Nullable Resource parent) {
        if (parent != null && !kind.hasId()) {
            parent.becomes(parent.kind().ready());
        }
    }

    private void remove(Call call, List<Resource> made, @Nullable Resource parent) {
        int before = parent == null ? 0 : parent.children(kind).size();
        made.forEach(call.state()::remove);
        call.account().tell(kind, parent, before);
    }

    private Map<String, Object> answer(List<Resource> made, @Nullable Resource parent) {
        Map<String, Object> answer = Values.object(Map.of());
        answer.putAll(
                parent != null && list != null
                        ? parent.attributes()
                        : made.get(0).attributes());
        if (list != null) {
            answer.put(
                    kind.idField() + "s",
                    made.stream().map(Resource::attributes).toList());
        }
        return answer;
    }
}
