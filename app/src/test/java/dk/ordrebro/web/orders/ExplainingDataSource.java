package dk.ordrebro.web.orders;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Before each query that only reads, lets the database run it once more and keep how: whatever a page asks, nothing can be left out. */
final class ExplainingDataSource extends DelegatingDataSource {

    private final List<Explained> explained = new ArrayList<>();

    ExplainingDataSource(DataSource real) {
        super(real);
    }

    /** A query and the database's own account of it, in JSON. */
    record Explained(String sql, String plan) {}

    synchronized List<Explained> take() {
        List<Explained> taken = List.copyOf(explained);
        explained.clear();
        return taken;
    }

    private synchronized void keep(Explained one) {
        explained.add(one);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? statement(real, (PreparedStatement) result, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement statement(Connection connection, PreparedStatement real, String sql) {
        List<Set> sets = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments[0] instanceof Integer) {
                sets.add(new Set(method, Arrays.asList(arguments.clone())));
            }
            if (method.getName().startsWith("execute") && reads(sql)) {
                keep(new Explained(sql, explain(connection, sql, sets)));
            }
            return invoke(real, method, arguments);
        });
    }

    private static boolean reads(String sql) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        return (text.startsWith("select") || text.startsWith("with"))
                && Stream.of("for update", "insert into", "update ", "delete from")
                        .noneMatch(text::contains);
    }

    private static String explain(Connection connection, String sql, List<Set> sets) throws Throwable {
        try (PreparedStatement asked = connection.prepareStatement("explain (analyze, format json) " + sql)) {
            for (Set set : sets) {
                invoke(asked, set.method, set.arguments.toArray());
            }
            try (ResultSet row = asked.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private record Set(Method method, List<Object> arguments) {}

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
