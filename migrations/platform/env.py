"""The platform's tree: autogeneration compares `tenants.platform` and `tenants.administration` with a database at the head.

Applying revisions is not done here: `tenants.bootstrap` does.
"""

from alembic import context

from tenants.administration import admin


def main():
    if context.is_offline_mode():
        context.configure(dialect_name="postgresql", target_metadata=admin.metadata, literal_binds=True)
    else:
        context.configure(
            connection=context.config.attributes["connection"],
            target_metadata=admin.metadata,
            version_table_schema="platform",
            include_schemas=True,
            include_name=lambda name, kind, _parents: kind != "schema" or name == "platform",
            compare_type=True,
        )
    with context.begin_transaction():
        context.run_migrations()


main()
