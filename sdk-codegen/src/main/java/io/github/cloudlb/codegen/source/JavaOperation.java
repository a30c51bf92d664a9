package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation as a Java request.
 *
 * @param name the request's class
 * @param wire the class that checks and writes it
 * @param item what a listing lists, unless that is plain texts
 * @param answer what it is answered with, if that is a value and no listing
 */
record JavaOperation(
        ClassName name,
        ClassName wire,
        Operation row,
        Overlay.OperationRow overlay,
        List<Attribute> attributes,
        @Nullable JavaType item,
        @Nullable JavaType answer) {

    /** Whether what a listing lists is plain texts. */
    static boolean isOfTexts(Overlay.OperationRow overlay) {
        return "text".equals(overlay.item());
    }

    TypeName answerType() {
        if (isListing()) {
            return ParameterizedTypeName.get(Names.PAGE, itemName());
        }
        return answer == null ? ClassName.get(Void.class) : answer.name;
    }

    List<String> clear() {
        return overlay.clear() == null ? List.of() : overlay.clear();
    }

    /** Names in Java of the fields that can be set back. */
    Map<String, String> cleared() {
        Map<String, String> cleared = new LinkedHashMap<>();
        for (String field : clear()) {
            Attribute attribute = attributes.stream()
                    .filter(one -> one.wire().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new TableException(row.name() + ": clear: the request has no field " + field));
            cleared.put(field, attribute.name());
        }
        return cleared;
    }

    /** Attributes of which one at least must be given; none if the overlay names none. */
    List<Attribute> anyOf() {
        List<String> names = overlay.anyOf() == null ? List.of() : overlay.anyOf();
        return names.stream()
                .map(name -> attributes.stream()
                        .filter(attribute -> attribute.wire().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new TableException(row.name() + ": anyOf: no field " + name)))
                .toList();
    }

    boolean isListing() {
        return overlay.item() != null;
    }

    ClassName itemName() {
        return item == null ? ClassName.get(String.class) : item.name;
    }

    List<Attribute> in(String place) {
        return attributes.stream()
                .filter(attribute -> place.equals(attribute.field().in()))
                .toList();
    }

    /** Attributes a caller has to give: what it is about comes before what it holds, whatever the alphabet says. */
    List<Attribute> mandatory() {
        return attributes.stream()
                .filter(attribute -> attribute.mandatory() && !isDefaulted(attribute))
                .sorted(Comparator.comparing(attribute ->
                        attribute.kind() == Kind.OBJECT || attribute.kind().isCollection()))
                .toList();
    }

    /** Whether an attribute has a value of its own if the caller gives none. */
    boolean isDefaulted(Attribute attribute) {
        return attribute.row().value() != null || isDefaulted(attribute.wire(), row);
    }

    static boolean isDefaulted(String wire, Operation row) {
        return row.isKnownByToken() && wire.equals("ClientToken") || row.canBeTried() && wire.equals("DryRun");
    }

    boolean isRest() {
        return !row.path().equals("/") || !row.dialects().isEmpty();
    }
}
