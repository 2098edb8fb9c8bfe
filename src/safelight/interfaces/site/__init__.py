"""The browser home: Safelight as static files that run inside a tab. Nothing that is checked there leaves the tab."""
