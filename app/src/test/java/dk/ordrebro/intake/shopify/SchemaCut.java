package dk.ordrebro.intake.shopify;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeUtil;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.type.TypeReference;

/**
 * Cuts out of Shopify's published schema what our operations touch, and writes it beside the tests. The whole schema is an introspection result
 * in the npm package {@code @shopify/dev-mcp}; {@code SOURCES.md} beside the cut says how to run this. An operation that names a field which
 * the whole schema does not have fails here.
 */
final class SchemaCut {

    private final Document whole;
    private final GraphQLSchema schema;
    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final Map<String, Definition<?>> kept = new TreeMap<>();

    private SchemaCut(Document whole) {
        this.whole = whole;
        this.schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(whole));
    }

    /** First argument: the gzipped introspection result; second: the file to write. */
    public static void main(String[] args) throws IOException {
        Map<String, Object> introspection;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(args[0])))) {
            Map<String, Map<String, Object>> file = Json.MAPPER.readValue(in, new TypeReference<>() {});
            introspection = file.get("data");
        }
        SchemaCut cut = new SchemaCut(new IntrospectionResultToSchema().createSchemaDefinition(introspection));
        Files.writeString(Path.of(args[1]), cut.sdl());
    }

    private String sdl() {
        Documents documents = new Documents();
        for (String operation : documents.names()) {
            Document document = Parser.parse(documents.of(operation));
            new graphql.validation.Validator()
                    .validateDocument(schema, document, java.util.Locale.ROOT)
                    .forEach(error -> {
                        throw new IllegalStateException(operation + ": " + error.getMessage());
                    });
            QueryTraverser.newQueryTraverser()
                    .schema(schema)
                    .document(document)
                    .operationName(operation)
                    .variables(Map.of(
                            "id", "gid://shopify/Order/1", "changed", "", "topic", "ORDERS_PAID", "webhook", Map.of()))
                    .build()
                    .visitPreOrder(new QueryVisitorStub() {
                        @Override
                        public void visitField(QueryVisitorFieldEnvironment field) {
                            if (!field.isTypeNameIntrospectionField()) {
                                GraphQLFieldsContainer owner = field.getFieldsContainer();
                                fields.computeIfAbsent(owner.getName(), name -> new TreeSet<>())
                                        .add(field.getFieldDefinition().getName());
                            }
                        }
                    });
        }
        fields.computeIfAbsent("Node", name -> new TreeSet<>()).add("id");
        List<ObjectTypeDefinition> nodes = whole.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> fields.containsKey(type.getName()) && isNode(type))
                .toList();
        nodes.forEach(type ->
                fields.computeIfAbsent(type.getName(), name -> new TreeSet<>()).add("id"));
        fields.keySet().forEach(this::keep);
        StringBuilder sdl = new StringBuilder("schema {\n  query: QueryRoot\n  mutation: Mutation\n}\n");
        kept.values()
                .forEach(type ->
                        sdl.append('\n').append(AstPrinter.printAst(type)).append('\n'));
        return sdl.toString();
    }

    private static boolean isNode(ObjectTypeDefinition type) {
        return type.getImplements().stream()
                .anyMatch(one -> TypeUtil.unwrapAll(one).getName().equals("Node"));
    }

    private void keep(String name) {
        if (kept.containsKey(name)) {
            return;
        }
        for (Definition<?> definition : whole.getDefinitions()) {
            switch (definition) {
                case ObjectTypeDefinition type when type.getName().equals(name) -> keep(type);
                case InterfaceTypeDefinition type
                when type.getName().equals(name) ->
                    put(
                            name,
                            type.transform(b -> b.description(null)
                                    .directives(List.of())
                                    .definitions(cut(name, type.getFieldDefinitions()))));
                case UnionTypeDefinition type
                when type.getName().equals(name) ->
                    put(name, type.transform(b -> b.description(null).memberTypes(known(type.getMemberTypes()))));
                case EnumTypeDefinition type
                when type.getName().equals(name) ->
                    put(
                            name,
                            type.transform(b -> b.description(null)
                                    .enumValueDefinitions(type.getEnumValueDefinitions().stream()
                                            .map(value -> value.transform(
                                                    v -> v.description(null).directives(List.of())))
                                            .toList())));
                case ScalarTypeDefinition type
                when type.getName().equals(name) ->
                    put(name, type.transform(b -> b.description(null).directives(List.of())));
                case InputObjectTypeDefinition type
                when type.getName().equals(name) -> {
                    List<InputValueDefinition> plain = plain(type.getInputValueDefinitions());
                    put(
                            name,
                            type.transform(b ->
                                    b.description(null).directives(List.of()).inputValueDefinitions(plain)));
                    plain.forEach(field -> keepTypeOf(field.getType()));
                }
                default -> {
                    // another type, or a directive
                }
            }
        }
    }

    private void put(String name, Definition<?> type) {
        kept.put(name, type);
    }

    private void keep(ObjectTypeDefinition type) {
        List<FieldDefinition> some = cut(type.getName(), type.getFieldDefinitions());
        kept.put(
                type.getName(),
                type.transform(b -> b.description(null)
                        .directives(List.of())
                        .implementz(known(type.getImplements()))
                        .fieldDefinitions(some)));
        some.forEach(field -> {
            keepTypeOf(field.getType());
            field.getInputValueDefinitions().forEach(argument -> keepTypeOf(argument.getType()));
        });
    }

    private void keepTypeOf(Type<?> type) {
        keep(TypeUtil.unwrapAll(type).getName());
    }

    @SuppressWarnings("rawtypes")
    private List<Type> known(List<Type> types) {
        List<Type> known = new ArrayList<>();
        for (Type type : types) {
            if (type instanceof TypeName named && fields.containsKey(named.getName())) {
                known.add(named);
            }
        }
        return known;
    }

    private List<FieldDefinition> cut(String owner, List<FieldDefinition> all) {
        return all.stream()
                .filter(field -> fields.getOrDefault(owner, Set.of()).contains(field.getName()))
                .map(field -> field.transform(b -> b.description(null)
                        .directives(List.of())
                        .inputValueDefinitions(plain(field.getInputValueDefinitions()))))
                .toList();
    }

    private static List<InputValueDefinition> plain(List<InputValueDefinition> values) {
        return values.stream()
                .map(value -> value.transform(b -> b.description(null).directives(List.of())))
                .toList();
    }
}
