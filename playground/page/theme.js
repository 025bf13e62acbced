// Dark or light: the system's wish until the person chooses.

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: light)");

const chosen = () => localStorage.getItem(KEY);
export const isLight = () => (chosen() ?? (system.matches ? "light" : "dark")) === "light";

export function startTheme(onChange) {
  const apply = () => {
    document.documentElement.dataset.theme = isLight() ? "light" : "dark";
    onChange();
  };
  system.addEventListener("change", apply);
  apply();
  return () => {
    localStorage.setItem(KEY, isLight() ? "dark" : "light");
    apply();
  };
}
