package dk.ordrebro.intake.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of Shopify's schema that we touch, executable over trees of maps and lists: what does not fit the schema is an error. */
final class AdminSchema {

    static final String FILE = "admin-2026-10.graphqls";

    private AdminSchema() {}

    static GraphQLSchema with(UnaryOperator<RuntimeWiring.Builder> more) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new OverTrees())
                .scalar(scalar("Decimal", BigDecimal::new))
                .scalar(scalar("DateTime", OffsetDateTime::parse))
                .scalar(scalar("UnsignedInt64", Long::parseUnsignedLong))
                .scalar(scalar("URL", URI::create));
        try (InputStream in = Objects.requireNonNull(AdminSchema.class.getResourceAsStream(FILE))) {
            return new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8)),
                            more.apply(wiring).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scalar told as text, which must read as what it is. */
    private static GraphQLScalarType scalar(String name, Consumer<String> reads) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<String, String>() {
                    @Override
                    public String serialize(Object value, GraphQLContext context, Locale locale) {
                        if (value instanceof String text) {
                            reads.accept(text);
                            return text;
                        }
                        throw new CoercingSerializeException(name + " is told as text, not as " + value);
                    }

                    @Override
                    public String parseValue(Object value, GraphQLContext context, Locale locale) {
                        return value.toString();
                    }

                    @Override
                    public String parseLiteral(
                            Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        if (value instanceof StringValue text) {
                            return Objects.requireNonNull(text.getValue());
                        }
                        throw new CoercingParseLiteralException(name);
                    }
                })
                .build();
    }

    /** Pages what is a connection, cuts lists that are asked for in part, and knows a type by the id of the object. */
    private static final class OverTrees implements WiringFactory {

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
            String name = field.getFieldDefinition().getName();
            String type = GraphQLTypeUtil.unwrapAll(field.getFieldType()).getName();
            DataFetcher<?> plain = PropertyDataFetcher.fetching(name);
            if (type.endsWith("Connection")) {
                return asked -> page(asked, plain.get(asked));
            }
            boolean cut = field.getFieldDefinition().getInputValueDefinitions().stream()
                    .anyMatch(argument -> argument.getName().equals("first"));
            return cut ? asked -> first(asked, (List<?>) plain.get(asked)) : plain;
        }

        private static List<?> first(DataFetchingEnvironment asked, @Nullable List<?> all) {
            Integer first = asked.getArgument("first");
            if (all == null) {
                throw new IllegalStateException(
                        "There is no list " + asked.getField().getName());
            }
            return first == null ? all : all.subList(0, Math.min(first, all.size()));
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return RESOLVER;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return RESOLVER;
        }

        private static final TypeResolver RESOLVER = asked -> {
            Map<?, ?> object = asked.getObject();
            Object said = object.get("__typename");
            String type = said == null ? String.valueOf(object.get("id")).split("/", -1)[3] : said.toString();
            return asked.getSchema().getObjectType(type);
        };
    }

    /** A page of all nodes of a connection: a cursor is the place of the last one on the page before. */
    static Map<String, Object> page(DataFetchingEnvironment asked, @Nullable Object connection) {
        List<?> all =
                connection instanceof Map<?, ?> map && map.get("nodes") instanceof List<?> nodes ? nodes : List.of();
        String after = asked.getArgument("after");
        int from = after == null ? 0 : Integer.parseInt(after.substring("after-".length()));
        int to = Math.min(all.size(), from + asked.<Integer>getArgumentOrDefault("first", 250));
        Map<String, Object> info = new HashMap<>();
        info.put("hasNextPage", to < all.size());
        info.put("endCursor", to == from ? null : "after-" + to);
        return Map.of("nodes", all.subList(from, to), "pageInfo", info);
    }
}
