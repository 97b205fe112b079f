"""What a sheet probably means, from its headings, its contents and what was decided before."""
